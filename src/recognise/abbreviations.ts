/** Headings as databases spell them: `cust_id` is a customer id, `TotalAmt` a total amount. */

/** Only whole words of a heading, and only where they stand for one thing in tables of sales. */
const longForms = new Map(
  (
    'acct account, amt amount, cat category, catg category, ccy currency, chnl channel, curr currency, cust customer, ' +
    'dept department, desc description, disc discount, dt date, emp employee, grp group, inv invoice, mgr manager, mth month, ' +
    'nbr no, nm name, num no, opp opportunity, oppty opportunity, ord order, pmt payment, prc price, prd product, prod product, ' +
    'rev revenue, rgn region, seg segment, slsperson salesperson, sls sales, stat status, terr territory, tgt target, ' +
    'tot total, tran transaction, trans transaction, trx transaction, ttl total, txn transaction, val value, yr year'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The heading with its abbreviations spelled out; null where it has none. */
export function spelledOut(heading: string): string | null {
  const words = heading
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]+/u)
    .map((word) => word.toLowerCase());
  const long = words.map((word) => longForms.get(word) ?? word);
  return long.every((word, index) => word === words[index]) ? null : long.join(' ');
}
