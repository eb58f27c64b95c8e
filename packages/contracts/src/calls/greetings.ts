import type { Extension } from "../extensions/extensions.ts";
import type { AudioType } from "../words/extension-limits.ts";

export interface StoredGreeting {
	key: string;
	type: AudioType;
	seconds: number;
}

export interface GreetingChange {
	extension: Extension;
	/** R2 key of the previous recording; null: none. */
	keyBefore: string | null;
}
