/** examples/02-chinese-crm-export: a GB18030 export in 万元 with its title block, and the wide targets workbook people mail around. */
import ExcelJS from 'exceljs';
import { dayOf, formatDay, weekdayOf } from '../../src/model/day.ts';
import { seededRandom } from '../../test/support/random.ts';
import { encodeGb18030 } from './gb18030.ts';
import { repack } from './repack.ts';

interface Salesperson {
  readonly department: string;
  readonly name: string;
  /** Targets of January, February and March in 万元. */
  readonly targets: readonly [number, number, number];
  /** How busy the person is against the others. */
  readonly weight: number;
}

const salespeople: readonly Salesperson[] = [
  { department: '华东一部', name: '王芳', targets: [80, 64, 96], weight: 29 },
  { department: '华东一部', name: '赵敏', targets: [74, 58, 88], weight: 19 },
  { department: '华北部', name: '李强', targets: [68, 52, 80], weight: 21 },
  { department: '华北部', name: '欧阳明日', targets: [54, 42, 64], weight: 11 },
  { department: '华南部', name: '陈静', targets: [60, 48, 72], weight: 17 },
  { department: '华南部', name: '刘伟', targets: [50, 40, 60], weight: 8 },
];

const cities = ['上海', '杭州', '南京', '苏州', '北京', '天津', '济南', '广州', '深圳', '厦门'] as const;
const brands = ['华诚', '瑞达', '博远', '新源', '恒信', '明德', '康泰'] as const;
const trades = ['生物科技', '医药', '检测技术', '环保科技', '食品', '新材料', '仪器'] as const;
const categories = ['仪器设备', '耗材', '试剂', '技术服务'] as const;
const statuses = [
  { status: '已签收', weight: 80 },
  { status: '已发货', weight: 17 },
  { status: '已取消', weight: 3 },
] as const;

export async function makeChineseOrders(): Promise<Uint8Array> {
  const random = seededRandom(20240401);
  const first = dayOf(2023, 1, 3) ?? 0;
  const last = dayOf(2024, 3, 31) ?? 0;
  const lines = [
    '江南科学器材有限公司,,,,,,,',
    '2024年1季度销售明细,,,,,,,单位：万元',
    '订单号,下单日期,客户名称,销售员,产品类别,数量,含税金额,订单状态',
  ];
  const names = cities.flatMap((city) =>
    brands.flatMap((brand) => trades.map((trade) => `${city}${brand}${trade}有限公司`)),
  );
  const customers = random.shuffled(names);
  let number = 0;
  for (let day = first; day <= last; day += 1) {
    const isWeekend = weekdayOf(day) >= 5;
    // The longer the company sells, the more customers it knows.
    const known = Math.min(customers.length, 90 + Math.floor((day - first) / 3));
    for (let orders = isWeekend ? 1 : random.between(2, 4); orders > 0; orders -= 1) {
      number += 1;
      const quantity = random.between(1, 40);
      lines.push(
        [
          `XS${formatDay(day).slice(0, 4)}${String(number).padStart(5, '0')}`,
          formatDay(day).replaceAll('-', '/'),
          random.pick(customers.slice(0, known)),
          random.weighted(salespeople).name,
          random.pick(categories),
          quantity,
          (random.between(800, 92_000) / 10_000).toFixed(4),
          random.weighted(statuses).status,
        ].join(','),
      );
    }
  }
  return encodeGb18030(`${lines.join('\r\n')}\r\n`);
}

export async function makeChineseTargets(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(Date.UTC(2024, 0, 5));
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet('目标分解');
  sheet.addRow(['江南科学器材有限公司2024年一季度销售目标分解表']).font = { bold: true, size: 14 };
  sheet.addRow(['', '', '', '', '', '单位：万元']);
  sheet.addRow(['部门', '姓名', '1月', '2月', '3月', '一季度']).font = { bold: true };
  for (const { department, name, targets } of salespeople) sheet.addRow([department, name, ...targets, sumOf(targets)]);
  const months = [0, 1, 2].map((at) => sumOf(salespeople.map(({ targets }) => targets[at] ?? 0)));
  sheet.addRow(['合计', '', ...months, sumOf(months)]).font = { bold: true };
  sheet.columns.forEach((column, at) => {
    column.width = at < 2 ? 14 : 10;
  });
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
