// What queries of an index read, and whether they find what stands in the texts: `node bytes.mjs FOLDER [EACH [SEED]]`.

import { compare, sizeOf } from "./index.mjs";
import { asked } from "./queries.mjs";
import { tally, told } from "./table.mjs";

const [folder, each = "4", seed = "1"] = process.argv.slice(2);
const found = await compare(folder, asked({ each: Number(each), seed: Number(seed) }));
console.log(`${told(folder, found, sizeOf(folder))}\n${tally(found.tries)}`);
console.log(`not finished in one step: ${found.tries.filter(({ isWhole }) => !isWhole).length}`);
for (const { query, bytes } of found.tries.sort((a, b) => b.bytes - a.bytes).slice(0, 3)) console.log(bytes, JSON.stringify(query));
console.log(found.faults);
