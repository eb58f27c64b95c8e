/**
 * `sentence`: by the rules. `assistant`: by the model. `carrier`: it refused a text for this reason (21610, 30004).
 */
export const consentSources = ["keyword", "sentence", "assistant", "carrier", "person", "import"] as const;
export type ConsentSource = (typeof consentSources)[number];
