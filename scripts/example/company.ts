/** The invented company of examples/first-run: its people, products and how its quarters went. */

interface Person {
  readonly rep: string;
  readonly team: string;
  readonly manager: string;
  readonly role: string;
  /** Revenue that 2023-Q1 and 2024-Q1 come close to, and the targets of 2024-01, -02 and -03, all in CNY. */
  readonly firstQuarter: number;
  readonly lastQuarter: number;
  readonly targets: readonly [number, number, number];
}

export const people: readonly Person[] = [
  {
    rep: 'Wang Fang',
    team: 'East',
    manager: 'Sun Yue',
    role: 'Senior representative',
    firstQuarter: 2_343_000,
    lastQuarter: 2_868_000,
    targets: [780_000, 600_000, 1_020_000],
  },
  {
    rep: 'Li Qiang',
    team: 'North',
    manager: 'Gao Lin',
    role: 'Senior representative',
    firstQuarter: 1_928_000,
    lastQuarter: 2_104_000,
    targets: [650_000, 500_000, 850_000],
  },
  {
    rep: 'Chen Jing',
    team: 'South',
    manager: 'Sun Yue',
    role: 'Representative',
    firstQuarter: 1_695_000,
    lastQuarter: 1_746_000,
    targets: [590_000, 450_000, 760_000],
  },
  {
    rep: 'Zhao Min',
    team: 'East',
    manager: 'Sun Yue',
    role: 'Representative',
    firstQuarter: 2_008_000,
    lastQuarter: 1_914_000,
    targets: [720_000, 550_000, 930_000],
  },
  {
    rep: 'Ouyang Mingri',
    team: 'North',
    manager: 'Gao Lin',
    role: 'Representative',
    firstQuarter: 1_220_000,
    lastQuarter: 1_120_000,
    targets: [520_000, 400_000, 680_000],
  },
  {
    rep: 'Liu Wei',
    team: 'South',
    manager: 'Sun Yue',
    role: 'Junior representative',
    firstQuarter: 618_000,
    lastQuarter: 825_000,
    targets: [490_000, 370_000, 640_000],
  },
];

interface Product {
  readonly product: string;
  readonly category: string;
  readonly price: number;
  readonly cost: number;
  readonly quantity: readonly [number, number];
  readonly weight: number;
}

export const products: readonly Product[] = [
  { product: 'Centrifuge C-200', category: 'Instruments', price: 24_800, cost: 16_100, quantity: [1, 1], weight: 4 },
  { product: 'Microscope M-40', category: 'Instruments', price: 18_600, cost: 11_900, quantity: [1, 2], weight: 4 },
  { product: 'Incubator I-80', category: 'Instruments', price: 15_200, cost: 9_900, quantity: [1, 2], weight: 4 },
  { product: 'Balance B-5', category: 'Instruments', price: 6_400, cost: 4_100, quantity: [1, 3], weight: 6 },
  { product: 'Pipette set P-8', category: 'Consumables', price: 1_280, cost: 690, quantity: [2, 9], weight: 10 },
  { product: 'Filter tips, box', category: 'Consumables', price: 239.5, cost: 128, quantity: [10, 50], weight: 16 },
  { product: 'Gloves, carton', category: 'Consumables', price: 318.9, cost: 198, quantity: [10, 40], weight: 14 },
  { product: 'Sample tubes, case', category: 'Consumables', price: 409, cost: 236, quantity: [8, 32], weight: 14 },
  { product: 'Buffer kit', category: 'Reagents', price: 960, cost: 520, quantity: [4, 16], weight: 12 },
  { product: 'Enzyme kit', category: 'Reagents', price: 2_450, cost: 1_290, quantity: [2, 8], weight: 8 },
  { product: 'Calibration', category: 'Services', price: 3_600, cost: 1_500, quantity: [1, 3], weight: 6 },
  { product: 'Maintenance plan', category: 'Services', price: 8_800, cost: 3_700, quantity: [1, 2], weight: 4 },
];

export const regions = ['East China', 'North China', 'South China', 'Southwest', 'Overseas'] as const;
export const channels = ['Direct', 'Distributor', 'Online'] as const;

/** What a quarter did to customers: how many of the last one's came back, how many were won. */
interface Quarter {
  readonly id: string;
  readonly year: number;
  readonly firstMonth: number;
  /** Revenue against the straight line from the first quarter to the last. */
  readonly season: number;
  readonly retention: number;
  readonly newCustomers: number;
  /** Share of the quarter's revenue by month. */
  readonly months: readonly [number, number, number];
}

export const quarters: readonly Quarter[] = [
  { id: '2023-Q1', year: 2023, firstMonth: 1, season: 1, retention: 0, newCustomers: 340, months: [0.31, 0.26, 0.43] },
  {
    id: '2023-Q2',
    year: 2023,
    firstMonth: 4,
    season: 1.04,
    retention: 0.861,
    newCustomers: 52,
    months: [0.3, 0.32, 0.38],
  },
  {
    id: '2023-Q3',
    year: 2023,
    firstMonth: 7,
    season: 0.97,
    retention: 0.868,
    newCustomers: 49,
    months: [0.32, 0.31, 0.37],
  },
  {
    id: '2023-Q4',
    year: 2023,
    firstMonth: 10,
    season: 1.16,
    retention: 0.871,
    newCustomers: 58,
    months: [0.28, 0.33, 0.39],
  },
  {
    id: '2024-Q1',
    year: 2024,
    firstMonth: 1,
    season: 1,
    retention: 0.874,
    newCustomers: 64,
    months: [0.33, 0.24, 0.43],
  },
];

const firsts = [
  'Aurora',
  'Beacon',
  'Cedar',
  'Delta',
  'Ember',
  'Falcon',
  'Granite',
  'Horizon',
  'Indigo',
  'Juniper',
  'Keystone',
  'Lotus',
  'Meridian',
  'Northgate',
  'Orchid',
  'Pioneer',
  'Quartz',
  'Riverside',
  'Silverline',
  'Tidewater',
  'Union',
  'Vertex',
  'Westlake',
  'Zenith',
] as const;
const seconds = [
  'Analytics',
  'Bioscience',
  'Diagnostics',
  'Environmental',
  'Foods',
  'Genomics',
  'Hospital',
  'Institute',
  'Laboratories',
  'Materials',
  'Medical',
  'Pharma',
  'Polymers',
  'Research',
  'Sciences',
  'Testing',
  'Therapeutics',
  'University',
  'Vaccines',
  'Water',
] as const;
const thirds = ['', ' Group', ' Holdings'] as const;

/** The names of all customers, none twice: 24 × 20 × 3 of them, enough for the example. */
export const customerNames: readonly string[] = thirds.flatMap((third) =>
  seconds.flatMap((second) => firsts.map((first) => `${first} ${second}${third}`)),
);
