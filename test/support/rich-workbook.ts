/** A workbook with one of each thing that libraries lose on the way: every part has to be there afterwards. */
import { xmlHead, type ZipPart, zip } from './zip.ts';

const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/spreadsheetml/2006/main`;
const office = `${schemas}/officeDocument/2006/relationships`;
const kind = 'application/vnd.openxmlformats-officedocument';
const sheetKind = `${kind}.spreadsheetml`;

interface Part extends ZipPart {
  /** Content type. */
  readonly type: string;
}

/** `id:type:target` or `id:type:target:External`, types without the long beginning. */
function relationships(list: readonly string[]): string {
  const items = list.map((item) => {
    const [id = '', type = '', target = '', mode] = item.split('|');
    const whole = type.startsWith('http') ? type : `${office}/${type}`;
    return `<Relationship Id="${id}" Type="${whole}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`;
  });
  return `${xmlHead}<Relationships xmlns="${schemas}/package/2006/relationships">${items.join('')}</Relationships>`;
}

const styles = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><fonts count="9"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="1" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>`;

const sheet = `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1"><f>SUM(B1:B1)</f><v>0.5</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData><conditionalFormatting sqref="B1:B2"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D1"><formula1>"a,b"</formula1></dataValidation></dataValidations><drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId6"/></x14:slicerList></ext></extLst></worksheet>`;

const bytes = Buffer.from(Array.from({ length: 700 }, (_, index) => (index * 37) % 256));

function parts(isMacro: boolean): Part[] {
  const macro = isMacro
    ? [{ name: 'xl/vbaProject.bin', data: bytes, type: 'application/vnd.ms-office.vbaProject', isStored: true }]
    : [];
  return [
    {
      name: 'xl/workbook.xml',
      type: isMacro ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${sheetKind}.sheet.main+xml`,
      data: `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews><sheets><sheet name="Summary" sheetId="7" r:id="rId1"/><sheet name="My 'plan' &amp; 数据" sheetId="3" r:id="rId2"/><sheet name="Chart" sheetId="4" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId7"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'My ''plan'' &amp; 数据'!$A$1:$B$2</definedName><definedName name="tblTrend">Summary!$A$1</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId8"/></pivotCaches><extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerCaches><x14:slicerCache r:id="rId10"/></x14:slicerCaches></ext></extLst></workbook>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet, type: `${sheetKind}.worksheet+xml` },
    {
      name: 'xl/worksheets/sheet2.xml',
      data: `${xmlHead}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
      type: `${sheetKind}.worksheet+xml`,
    },
    {
      name: 'xl/chartsheets/sheet1.xml',
      data: `${xmlHead}<chartsheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
      type: `${sheetKind}.chartsheet+xml`,
    },
    { name: 'xl/styles.xml', data: styles, type: `${sheetKind}.styles+xml` },
    {
      name: 'xl/sharedStrings.xml',
      data: `${xmlHead}<sst xmlns="${main}"><si><t>Name</t></si><si><t>王芳</t></si></sst>`,
      type: `${sheetKind}.sharedStrings+xml`,
      hasDescriptor: true,
    },
    {
      name: 'xl/theme/theme1.xml',
      data: `<a:theme xmlns:a="${schemas}/drawingml/2006/main" name="Own"/>`,
      type: `${kind}.theme+xml`,
    },
    {
      name: 'xl/calcChain.xml',
      data: `${xmlHead}<calcChain xmlns="${main}"><c r="C1" i="7"/></calcChain>`,
      type: `${sheetKind}.calcChain+xml`,
    },
    { name: 'xl/drawings/drawing1.xml', data: '<d/>', type: `${kind}.drawing+xml` },
    { name: 'xl/charts/chart1.xml', data: '<c/>', type: `${kind}.drawingml.chart+xml` },
    { name: 'xl/charts/style1.xml', data: '<cs/>', type: 'application/vnd.ms-office.chartstyle+xml' },
    { name: 'xl/comments1.xml', data: '<comments/>', type: `${sheetKind}.comments+xml` },
    {
      name: 'xl/threadedComments/threadedComment1.xml',
      data: '<t/>',
      type: 'application/vnd.ms-excel.threadedcomments+xml',
    },
    {
      name: 'xl/tables/table1.xml',
      data: `<table xmlns="${main}" id="4" name="tblKpi" displayName="tblKpi" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="Name"/><tableColumn id="2" name="0.5"/></tableColumns></table>`,
      type: `${sheetKind}.table+xml`,
    },
    { name: 'xl/slicers/slicer1.xml', data: '<s/>', type: 'application/vnd.ms-excel.slicer+xml' },
    { name: 'xl/slicerCaches/slicerCache1.xml', data: '<sc/>', type: 'application/vnd.ms-excel.slicerCache+xml' },
    { name: 'xl/pivotTables/pivotTable1.xml', data: '<p/>', type: `${sheetKind}.pivotTable+xml` },
    { name: 'xl/pivotCache/pivotCacheDefinition1.xml', data: '<pc/>', type: `${sheetKind}.pivotCacheDefinition+xml` },
    { name: 'xl/pivotCache/pivotCacheRecords1.xml', data: '<pr/>', type: `${sheetKind}.pivotCacheRecords+xml` },
    { name: 'xl/externalLinks/externalLink1.xml', data: '<e/>', type: `${sheetKind}.externalLink+xml` },
    { name: 'customXml/itemProps1.xml', data: '<i/>', type: `${kind}.customXmlProperties+xml` },
    { name: 'docProps/custom.xml', data: '<Properties/>', type: `${kind}.custom-properties+xml` },
    ...macro,
  ];
}

const lists: readonly (readonly [string, readonly string[]])[] = [
  ['_rels/.rels', ['rId1|officeDocument|xl/workbook.xml', 'rId2|custom-properties|docProps/custom.xml']],
  [
    'xl/_rels/workbook.xml.rels',
    [
      'rId1|worksheet|worksheets/sheet1.xml',
      'rId2|worksheet|/xl/worksheets/sheet2.xml',
      'rId3|chartsheet|chartsheets/sheet1.xml',
      'rId4|styles|styles.xml',
      'rId5|sharedStrings|sharedStrings.xml',
      'rId6|theme|theme/theme1.xml',
      'rId7|externalLink|externalLinks/externalLink1.xml',
      'rId8|pivotCacheDefinition|pivotCache/pivotCacheDefinition1.xml',
      'rId9|calcChain|calcChain.xml',
      'rId10|http://schemas.microsoft.com/office/2007/relationships/slicerCache|slicerCaches/slicerCache1.xml',
      'rId11|customXml|../customXml/item1.xml',
    ],
  ],
  [
    'xl/worksheets/_rels/sheet1.xml.rels',
    [
      'rId1|drawing|../drawings/drawing1.xml',
      'rId2|comments|../comments1.xml',
      'rId3|vmlDrawing|../drawings/vmlDrawing1.vml',
      'rId4|http://schemas.microsoft.com/office/2017/10/relationships/threadedComment|../threadedComments/threadedComment1.xml',
      'rId5|table|../tables/table1.xml',
      'rId6|http://schemas.microsoft.com/office/2007/relationships/slicer|../slicers/slicer1.xml',
      'rId7|pivotTable|../pivotTables/pivotTable1.xml',
      'rId8|printerSettings|../printerSettings/printerSettings1.bin',
    ],
  ],
  ['xl/drawings/_rels/drawing1.xml.rels', ['rId1|chart|../charts/chart1.xml', 'rId2|image|../media/image1.png']],
  [
    'xl/charts/_rels/chart1.xml.rels',
    ['rId1|http://schemas.microsoft.com/office/2011/relationships/chartStyle|style1.xml'],
  ],
  ['xl/pivotTables/_rels/pivotTable1.xml.rels', ['rId1|pivotCacheDefinition|../pivotCache/pivotCacheDefinition1.xml']],
  ['xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels', ['rId1|pivotCacheRecords|pivotCacheRecords1.xml']],
  ['xl/externalLinks/_rels/externalLink1.xml.rels', ['rId1|externalLinkPath|other%20book.xlsx|External']],
  ['customXml/_rels/item1.xml.rels', ['rId1|customXmlProps|itemProps1.xml']],
];

/** `change` edits the text of a part, by name. */
export function richWorkbook(
  { isMacro = false }: { readonly isMacro?: boolean } = {},
  change: (name: string, data: string) => string = (_, data) => data,
): Buffer {
  const listed = parts(isMacro);
  const overrides = listed.map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('');
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['bin', 'application/octet-stream'],
    ['vml', `${kind}.vmlDrawing`],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const types = `${xmlHead}<Types xmlns="${schemas}/package/2006/content-types">${defaults.join('')}${overrides}</Types>`;
  const workbookRels = isMacro
    ? ['rId12|http://schemas.microsoft.com/office/2006/relationships/vbaProject|vbaProject.bin']
    : [];
  return zip(
    [
      { name: '[Content_Types].xml', data: types },
      ...listed,
      ...lists.map(([name, list]) => ({
        name,
        data: relationships(name === 'xl/_rels/workbook.xml.rels' ? [...list, ...workbookRels] : list),
      })),
      { name: 'xl/drawings/vmlDrawing1.vml', data: '<xml/>' },
      { name: 'xl/media/image1.png', data: bytes, isStored: true },
      { name: 'xl/printerSettings/printerSettings1.bin', data: bytes },
      { name: 'customXml/item1.xml', data: '<own/>' },
    ].map((part) => (typeof part.data === 'string' ? { ...part, data: change(part.name, part.data) } : part)),
  );
}
