const AGE = 'age-encryption.org/v1\n';
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';

export const asciiOf = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode(...bytes.subarray(0, length));

export const isArmored = (bytes: Uint8Array): boolean => asciiOf(bytes, ARMOR.length) === ARMOR;

/** The bytes begin as a file of the age format does. */
export const isAge = (bytes: Uint8Array): boolean => asciiOf(bytes, AGE.length) === AGE || isArmored(bytes);

/** The bytes begin as an archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
