// What queries of an index read, and whether they find what stands in the texts: `node bytes.mjs FOLDER [QUERIES [SEED]]`.

import { compare, sizeOf } from "./index.mjs";

const [folder, count = "250", seed = "1"] = process.argv.slice(2);
console.log(sizeOf(folder));
console.log(await compare(folder, { count: Number(count), seed: Number(seed), packed: true }));
