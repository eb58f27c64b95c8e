import type { ReceptionTurn } from "@cloudpbx/assistant/receptionist/reception";

export type CompanyName = "acme" | "lakeside" | "northwind" | "demo" | "office";

export interface Utterance {
	company: CompanyName;
	says: string;
	/** All right outcomes: `"transfer 101"`, `"voicemail 103"`, `"info"`, `"ask"`, `"goodbye"`. */
	expect: string[];
	/** A right answer matches it. */
	tells?: RegExp;
	/** No answer may match it. */
	never?: RegExp;
	speechConfidence?: number;
	turns?: ReceptionTurn[];
}

export type Category = Readonly<Record<string, readonly Utterance[]>>;
