/** With fewer characters, session cookies could be forged. */
export const authSecretCharactersMin = 32;
