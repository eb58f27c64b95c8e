/** Characters of an extension's `purpose`. Free of zod, so that forms know it as well. */
export const purposeLength = 300;
