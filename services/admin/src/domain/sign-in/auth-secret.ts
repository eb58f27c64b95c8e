/** Shorter secrets make session cookies forgeable. */
export const authSecretCharactersMin = 32;
