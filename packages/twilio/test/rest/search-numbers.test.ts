import { afterEach, describe, expect, it, vi } from "vitest";
import { searchNumbers } from "../../src/rest/search-numbers.ts";
import { errorBody, fakeCarrier, pageBody } from "./fake-carrier.ts";

afterEach(() => vi.unstubAllGlobals());

describe("searching numbers", () => {
	it("asks for local numbers of the area that take calls and texts", async () => {
		const found = { phone_number: "+12125550100", locality: "New York", region: "NY", capabilities: {} };
		const { carrier, asked } = fakeCarrier({
			status: 200,
			body: pageBody("available_phone_numbers", [found]),
		});
		const search = { country: "US", kind: "local" as const, areaCode: "212", countMax: 10 };
		expect(await searchNumbers(carrier, search)).toEqual({
			ok: true,
			value: [{ number: "+12125550100", kind: "local", locality: "New York", region: "NY" }],
		});
		const [path, query] = asked[0]?.path.split("?") ?? [];
		expect(path).toBe("/AvailablePhoneNumbers/US/Local.json");
		expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
			AreaCode: "212",
			VoiceEnabled: "true",
			SmsEnabled: "true",
			ExcludeAllAddressRequired: "true",
			PageSize: "10",
		});
	});

	it("searches toll-free numbers by letters, which have no place", async () => {
		const found = { phone_number: "+18003569377", locality: null, region: null };
		const { carrier, asked } = fakeCarrier({
			status: 200,
			body: pageBody("available_phone_numbers", [found]),
		});
		const search = { country: "US", kind: "toll_free" as const, contains: "FLOWERS", countMax: 10 };
		expect(await searchNumbers(carrier, search)).toEqual({
			ok: true,
			value: [{ number: "+18003569377", kind: "toll_free", locality: null, region: null }],
		});
		expect(asked[0]?.path).toMatch(/^\/AvailablePhoneNumbers\/US\/TollFree\.json\?Contains=FLOWERS&/);
	});

	it("finds none in an area that has none, however the carrier says so", async () => {
		const { carrier } = fakeCarrier(
			{ status: 200, body: pageBody("available_phone_numbers", []) },
			errorBody(400, 21452),
			errorBody(500, 20500),
		);
		const search = { country: "US", kind: "local" as const, areaCode: "212", countMax: 10 };
		expect(await searchNumbers(carrier, search)).toEqual({ ok: true, value: [] });
		expect(await searchNumbers(carrier, search)).toEqual({ ok: true, value: [] });
		expect(await searchNumbers(carrier, search)).toMatchObject({
			ok: false,
			problem: { kind: "unknown_outcome" },
		});
	});
});
