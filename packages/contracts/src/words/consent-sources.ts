/**
 * How we learnt of it. `sentence`: the rules read it in a text. `assistant`: the assistant's model did. `carrier`: it refused a
 * text for this reason (21610, 30004).
 */
export const consentSources = ["keyword", "sentence", "assistant", "carrier", "person", "import"] as const;
export type ConsentSource = (typeof consentSources)[number];
