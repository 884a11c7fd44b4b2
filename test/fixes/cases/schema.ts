/** Fixes of tables that break a schema. */
import { type Fix, named, near, set } from '../fix.ts';

const schema = [
  'version: 1',
  'tables:',
  '  phones:',
  '    file: phones.csv',
  '    fields:',
  '      Name: { required: true, unique: true }',
  '      Phone: { pattern: "[0-9 ]+" }',
  '      Since: { type: date, min: 2020-01-01 }',
  '      Seats: { type: integer, max: 10 }',
  '      Team: { references: { table: teams, field: Team } }',
  '      Kind: { enum: [desk, mobile] }',
  '  teams:',
  '    file: teams.csv',
  '    fields: { Team: { required: true } }',
];
const teams = ['Team,Floor', 'North,1', 'South,2'];
const head = 'Name,Phone,Since,Seats,Team,Kind';
const phones = (...rows: readonly string[]) => ({
  'phones.csv': [head, 'Ann,021 5,2024-01-31,3,North,desk', ...rows],
  'teams.csv': teams,
  'schema.yaml': schema,
});
const about = { command: 'validate --schema schema.yaml', unnamed: ['schema.yaml'] };

export const schemaFixes: Readonly<Record<string, Fix>> = {
  'schema/missing-table': {
    ...about,
    files: { 'phones.csv': phones()['phones.csv'], 'schema.yaml': schema },
    change: { 'teams.csv': teams },
  },
  'schema/missing-column': {
    ...about,
    files: { ...phones(), 'teams.csv': ['Squad,Floor', 'North,1', 'South,2'] },
    edit: () => ({ 'teams.csv!A1': 'Team' }),
  },
  'schema/required': { ...about, files: phones(',010 5,2024-02-29,3,North,desk'), edit: set('Bob') },
  'schema/type': { ...about, files: phones('Bob,010 5,2024-02-30,3,North,desk'), edit: set('2024-02-29') },
  'schema/unique': { ...about, files: phones('Ann,010 5,2024-02-29,3,North,desk'), edit: set('Bob') },
  'schema/enum': { ...about, files: phones('Bob,010 5,2024-02-29,3,North,mobil'), edit: near },
  'schema/pattern': { ...about, files: phones('Bob,O10 5,2024-02-29,3,North,desk'), edit: set('010 5') },
  'schema/range': { ...about, files: phones('Bob,010 5,2024-02-29,30,North,desk'), edit: named('highest') },
  'schema/foreign-key': { ...about, files: phones('Bob,010 5,2024-02-29,3,Nroth,desk'), edit: near },
};
