/** Comments of a config that `init` writes; § begins one. */
export const configForm = {
  ownKpi: 'Defined in the config.',
  form: {
    intro:
      '§Settings for the files in this folder and below: salesmetrics explain config\nFlags go before what stands here.',
    lang: '§Language of messages and reports: auto, en, zh-CN',
    calendar: '§Month in which the fiscal year begins; holidays: a file with one date a line',
    money: '§unit: auto, or 1, 千, 万, 百万, k, m for columns that state none',
    columns: '§Headings of our fields; ~ says that no column is meant',
    values: '§What the words in status and stage cells do: counts, notCounted, refunded; won, lost, open',
    unknown: 'not known, move to one of the above',
    people: '§Other spellings go to aliases: [W. Fang]; from and to say when somebody came and left',
    status: '§From which attainment a target is met and near; below it is below',
    kpis: '§Targets of the evaluated period where no file gives one, and KPIs of your own',
    validation: '§rules: { targets/implausible: off } turns a code down; codes: salesmetrics explain codes',
  },
};
