import { armor, Decrypter, Encrypter } from 'age-encryption';
import { asciiOf, isArmored } from './magic.ts';
import { MAX_BYTES, MAX_MEGABYTES } from '../plan-file/format.ts';
import { fail, ok, type Result } from '../../model/failure.ts';

/*
 * Files under a passphrase, in the age format (age-encryption.org/v1): whoever has the passphrase can open them with the
 * age tool, too. The passphrase is an argument and nothing else.
 */

/** 2^16 rounds of scrypt take 64 MB, which a phone has. */
export const WORK = 16;
/** The age tool writes 18; more would take over 256 MB before anything is known of the file. */
const MOST_WORK = 18;
const HEAD = 300;

export async function encryptFile(
  bytes: Uint8Array,
  passphrase: string,
  logN: number = WORK,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(logN);
  return encrypter.encrypt(bytes);
}

/** What its head asks for, before any work is done. A passphrase is always the only way in. */
function checkHead(bytes: Uint8Array): Result<void> {
  const [, recipient = ''] = asciiOf(bytes, HEAD).split('\n', 2);
  const [arrow, type, , logN] = recipient.split(' ');
  if (arrow !== '->') return fail('ageDamaged');
  if (type !== 'scrypt') return fail('ageForKey');
  if (!/^[1-9]\d?$/.test(logN ?? ''))
    return fail(/^\d{3,}$/.test(logN ?? '') ? 'ageTooMuchWork' : 'ageDamaged');
  return Number(logN) > MOST_WORK ? fail('ageTooMuchWork') : ok(undefined);
}

function plainBytes(bytes: Uint8Array): Result<Uint8Array> {
  if (!isArmored(bytes)) return ok(bytes);
  try {
    return ok(armor.decode(new TextDecoder().decode(bytes)));
  } catch {
    return fail('ageDamaged');
  }
}

/** What it throws where no passphrase fits; all else it throws is about the file. */
const NO_MATCH = /no identity matched/;

/** Never throws: a wrong passphrase, a cut or altered file and one that asks for too much are failures of their own. */
export async function decryptFile(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>> {
  if (bytes.length > 2 * MAX_BYTES) return fail('planTooLarge', { limit: MAX_MEGABYTES });
  const binary = plainBytes(bytes);
  if (!binary.ok) return binary;
  const head = checkHead(binary.value);
  if (!head.ok) return head;
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return ok(await decrypter.decrypt(binary.value));
  } catch (error) {
    return fail(NO_MATCH.test(String(error)) ? 'agePassphrase' : 'ageDamaged');
  }
}
