import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { dropDrafts, readDraft, useDraftsOf, writeDraft } from "../../src/state/drafts.ts";

/** Keys are own properties, as in a browser's storage. */
function memoryStorage(): Storage {
	const storage = Object.create({
		getItem: (key: string) => (Object.hasOwn(storage, key) ? storage[key] : null),
		setItem: (key: string, value: string) => Object.assign(storage, { [key]: value }),
		removeItem: (key: string) => delete storage[key],
	});
	return storage;
}

beforeEach(() => vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

it("keeps a draft for whom it is meant, and for who wrote it", () => {
	useDraftsOf("usr_jane");
	writeDraft("reply/conv_1", "We open at nine.");
	expect(readDraft("reply/conv_1")).toBe("We open at nine.");
	expect(readDraft("note/conv_1")).toBeNull();
	expect(readDraft("reply/conv_2")).toBeNull();
	useDraftsOf("usr_sam");
	expect(readDraft("reply/conv_1")).toBeNull();
	useDraftsOf("usr_jane");
	expect(readDraft("reply/conv_1")).toBe("We open at nine.");
});

it("forgets what was emptied, and at sign-out what this person wrote", () => {
	useDraftsOf("usr_sam");
	writeDraft("reply/conv_1", "Mine");
	useDraftsOf("usr_jane");
	writeDraft("reply/conv_1", "Hello");
	writeDraft("reply/conv_2", { text: "Hello" });
	writeDraft("reply/conv_1", "");
	expect(readDraft("reply/conv_1")).toBeNull();
	dropDrafts();
	expect(readDraft("reply/conv_2")).toBeNull();
	useDraftsOf("usr_sam");
	expect(readDraft("reply/conv_1")).toBe("Mine");
});

it("reads a spoilt draft as none", () => {
	useDraftsOf("usr_jane");
	localStorage.setItem("cloudpbx/draft/usr_jane/reply/conv_1", "{");
	expect(readDraft("reply/conv_1")).toBeNull();
});
