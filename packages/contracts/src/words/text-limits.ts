/** The carrier's longest text, in UTF-16 units. */
export const textCharactersMax = 1600;

/** A longer text is not read. A text between the two limits gets the send gate's refusal, with its length. */
export const bodyCharactersMax = 20_000;
