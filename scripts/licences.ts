/** `npm run licences`: every package that comes with salesmetrics, with its version and licence, from the lock file. */
import { shippedPackages } from './shipped-packages.ts';

const shipped = shippedPackages();
const width = Math.max(...shipped.map(({ name, version }) => name.length + version.length + 1));
for (const { name, version, licence } of shipped)
  console.log(`${`${name} ${version}`.padEnd(width)}  ${licence ?? 'none'}`);
const wrong = shipped.filter(({ isAllowed }) => !isAllowed);
console.log(`${shipped.length} packages, ${wrong.length} with a licence that is not on the list`);
process.exitCode = wrong.length > 0 ? 1 : 0;
