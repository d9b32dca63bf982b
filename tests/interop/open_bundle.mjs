// Opens a bundle or review package with the age library of others and writes the tar to standard
// output: node open_bundle.mjs FILE, with AGE_IDENTITY (AGE-SECRET-KEY-PQ-1…) or AGE_PASSPHRASE set.
// A secret is never an argument, because arguments can be seen by everybody on the machine.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Decrypter } from "age-encryption";

const [file] = process.argv.slice(2);
const { AGE_IDENTITY: identity, AGE_PASSPHRASE: passphrase } = process.env;
if (!file || !identity === !passphrase) {
  console.error("usage: AGE_IDENTITY=… | AGE_PASSPHRASE=… node open_bundle.mjs FILE > bundle.tar");
  process.exit(2);
}

const decrypter = new Decrypter();
if (identity) decrypter.addIdentity(identity);
else decrypter.addPassphrase(passphrase);

try {
  const plain = await decrypter.decrypt(Readable.toWeb(createReadStream(file)));
  await pipeline(Readable.fromWeb(plain), process.stdout);
} catch (error) {
  console.error(`the envelope does not open: ${error.message}`);
  process.exitCode = 1;
}
