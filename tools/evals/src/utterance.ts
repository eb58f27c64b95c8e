import type { ReceptionTurn } from "@cloudpbx/assistant/receptionist/reception";

export type CompanyName = "acme" | "lakeside" | "northwind" | "demo" | "office";

export interface Utterance {
	company: CompanyName;
	/** As speech recognition writes it. */
	says: string;
	/** Every outcome that serves the caller: `"transfer 101"`, `"voicemail 103"`, `"info"`, `"ask"`, `"goodbye"`. */
	expect: string[];
	/** What a right answer must hold. */
	tells?: RegExp;
	/** What no answer may hold. */
	never?: RegExp;
	speechConfidence?: number;
	turns?: ReceptionTurn[];
}

export type Category = Readonly<Record<string, readonly Utterance[]>>;
