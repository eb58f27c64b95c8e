import type { Extension } from "../extensions/extensions.ts";
import type { AudioType } from "../words/extension-limits.ts";

/** A recorded greeting in the bucket `cloudpbx-voicemail`. */
export interface StoredGreeting {
	key: string;
	type: AudioType;
	seconds: number;
}

/** An extension with another greeting. */
export interface GreetingChange {
	extension: Extension;
	/** The key of the recording that it had; null: none. */
	keyBefore: string | null;
}
