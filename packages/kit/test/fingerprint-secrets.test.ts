import { expect, it } from "vitest";
import { fingerprintSecrets, listMissingSecrets } from "../src/fingerprint-secrets.ts";

it("tells secrets apart without telling them, and nothing of missing ones", async () => {
	const one = await fingerprintSecrets({ sid: "AC1", token: "secret" });
	expect(one).toMatch(/^[0-9a-f]{16}$/);
	expect(await fingerprintSecrets({ sid: "AC1", token: "secret" })).toBe(one);
	expect(await fingerprintSecrets({ sid: "AC1", token: "other" })).not.toBe(one);
	expect(await fingerprintSecrets({ sid: "AC1s", token: "ecret" })).not.toBe(one);
	expect(await fingerprintSecrets({ sid: "AC1", token: "" })).toBeNull();
});

it("names the secrets that are not set", () => {
	expect(listMissingSecrets({ sid: "AC1", token: "", key: undefined })).toEqual(["token", "key"]);
	expect(listMissingSecrets({ sid: "AC1" })).toEqual([]);
});
