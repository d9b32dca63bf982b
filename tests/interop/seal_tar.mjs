// Seals a tar with the age library of others, as another program would that writes bundles:
// node seal_tar.mjs TAR RECIPIENT… > bundle, or with AGE_PASSPHRASE set and no recipient.
import { readFileSync } from "node:fs";
import { Encrypter } from "age-encryption";

const [file, ...recipients] = process.argv.slice(2);
const { AGE_PASSPHRASE: passphrase } = process.env;
if (!file || (recipients.length === 0) === !passphrase) {
  console.error("usage: node seal_tar.mjs TAR RECIPIENT… > bundle");
  process.exit(2);
}

const encrypter = new Encrypter();
if (passphrase) encrypter.setPassphrase(passphrase);
for (const recipient of recipients) encrypter.addRecipient(recipient);
process.stdout.write(await encrypter.encrypt(readFileSync(file)));
