import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

interface Form {
	week: Record<string, unknown>;
	version: number;
	[part: string]: unknown;
}

const always = {
	week: {},
	exceptions: [],
	holidays: { country: null, names: [] },
	override: null,
	closed: { greeting: null, then: "menu" },
	greetingAudio: null,
};
const nineToFive = { monday: [["09:00", "17:00"]], friday: [["09:00", "17:00"]] };

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

beforeEach(async () => {
	await db.delete(settings);
});

const read = async () => expectJson<Form>(await callApi("/api/hours", { key }), 200);
const write = (body: unknown, env = {}) => callApi("/api/hours", { key, method: "PUT", body, env });
const save = async (body: unknown) => expectJson<Form>(await write(body), 200);
const refused = async (body: unknown) =>
	(await expectJson<{ detail: string }>(await write(body), 400)).detail;
const now = async (at: string) => {
	const path = `/api/hours/now?at=${encodeURIComponent(at)}`;
	return expectJson<{ isOpen: boolean; because: string | null; until: string | null }>(
		await callApi(path, { key }),
		200,
	);
};
const changes = async () => {
	const { items } = await expectJson<{ items: { action: string; before: object; after: object }[] }>(
		await callApi("/api/audit?targetKind=hours&limit=200", { key }),
		200,
	);
	return items;
};

describe("the hours", () => {
	it("are always open until somebody chooses some", async () => {
		expect(await read()).toEqual({ ...always, version: 1 });
		expect(await expectJson(await callApi("/api/hours/now", { key }), 200)).toEqual({
			isOpen: true,
			because: null,
			until: null,
		});
	});

	it("take back what was read, in whole and in parts, and keep the other parts", async () => {
		const first = await read();
		expect(await save(first)).toEqual(first);
		const exception = { name: "Party", from: "2026-12-18", to: "2026-12-18" };
		const parts = {
			week: nineToFive,
			exceptions: [{ ...exception, intervals: [["09:00", "12:00"]], greeting: "Cheers." }],
			holidays: { country: "US", names: ["Christmas Day"] },
		};
		const saved = await save(parts);
		expect(saved).toEqual({ ...always, ...parts, version: 2 });
		const closed = { greeting: "We are closed.", then: "voicemail", extension: "101" };
		expect(await save({ closed })).toEqual({ ...saved, closed, version: 3 });
		expect(await save(await read())).toEqual(await read());
		expect(await read()).toEqual({ ...saved, closed, version: 3 });
	});

	it("keep whose voicemail takes a message, whatever keys that extension has; deactivated, the menu is heard", async () => {
		const closed = { greeting: "Good night.", then: "voicemail", extension: "101" };
		await save({ closed });
		const isJane = eq(extensions.ext, "101");
		const [jane] = await db.select().from(extensions).where(isJane);
		if (!jane) throw new Error("there is no extension 101");
		await db.update(extensions).set({ ext: "151" }).where(eq(extensions.id, jane.id));
		expect((await read()).closed).toEqual({ ...closed, extension: "151" });
		expect(await save(await read())).toEqual(await read());
		expect((await save({ closed: { ...closed, extension: "151", greeting: "Bye." } })).closed).toMatchObject({
			extension: "151",
		});
		await db.update(extensions).set({ status: "inactive" }).where(eq(extensions.id, jane.id));
		expect((await read()).closed).toEqual({ greeting: "Bye.", then: "menu" });
		expect(await save(await read())).toEqual(await read());
		await db.update(extensions).set(jane).where(eq(extensions.id, jane.id));
	});

	it("are decided by the company's time zone", async () => {
		await save({ week: nineToFive });
		expect(await now("2026-12-04T21:59:59.999Z")).toEqual({
			isOpen: true,
			because: null,
			until: "2026-12-04T22:00:00.000Z",
		});
		expect(await now("2026-12-04T22:00:00Z")).toMatchObject({ isOpen: false });
		expect(await now("2026-12-04T16:59:00-05:00")).toMatchObject({ isOpen: true });
		const zone = { timeZone: "America/Los_Angeles" };
		await expectJson(await callApi("/api/settings", { key, method: "PUT", body: zone }), 200);
		expect(await now("2026-12-04T22:00:00Z")).toMatchObject({
			isOpen: true,
			until: "2026-12-05T01:00:00.000Z",
		});
	});

	it("name the holiday or the exception that closes", async () => {
		await save({ holidays: { country: "US", names: ["Christmas Day"] } });
		expect(await now("2026-12-25T17:00:00Z")).toEqual({
			isOpen: false,
			because: "Christmas Day",
			until: "2026-12-26T05:00:00.000Z",
		});
		await save({ exceptions: [{ name: "Trip", from: "2026-12-24", to: "2026-12-26" }] });
		expect(await now("2026-12-25T17:00:00Z")).toMatchObject({
			because: "Trip",
			until: "2026-12-27T05:00:00.000Z",
		});
	});

	it("refuse an instant that is none", async () => {
		for (const at of ["yesterday", "2026-12-25", "2026-12-25T17:00:00", "2026-13-01T00:00:00Z"]) {
			expect((await callApi(`/api/hours/now?at=${at}`, { key })).status, at).toBe(400);
		}
	});
});

describe("an override", () => {
	it("counts until its instant and is gone then, without a write", async () => {
		const until = new Date(Date.now() + 600).toISOString();
		const saved = await save({ override: { state: "closed", until, greeting: "Snow." } });
		expect(saved.override).toEqual({ state: "closed", until, greeting: "Snow." });
		expect(await expectJson(await callApi("/api/hours/now", { key }), 200)).toEqual({
			isOpen: false,
			because: "override",
			until,
		});
		await expect.poll(async () => (await read()).override, { timeout: 5000 }).toBeNull();
		expect(await expectJson(await callApi("/api/hours/now", { key }), 200)).toMatchObject({ isOpen: true });
		expect(await save(await read())).toMatchObject({ version: saved.version });
	});

	it("is stored in UTC, and ended by null", async () => {
		const body = { override: { state: "open", until: "2099-12-24T12:00:00-05:00" } };
		expect(await save(body)).toMatchObject({
			override: { state: "open", until: "2099-12-24T17:00:00.000Z", greeting: null },
			version: 2,
		});
		expect(await save(body)).toMatchObject({ version: 2 });
		expect(await save({ override: null })).toMatchObject({ override: null, version: 3 });
	});
});

describe("what is refused", () => {
	it("is named with its field", async () => {
		expect(await refused({ week: { monday: [["17:00", "09:00"]] } })).toMatch(
			/^week\.monday\.0: The end comes after/,
		);
		expect(await refused({ holidays: { country: "CA", names: ["Labor Day"] } })).toMatch(
			/^holidays\.names\.0: There is no federal holiday/,
		);
		expect(await refused({ closed: { then: "number" } })).toBe("closed.number: Which number rings?");
		expect(await refused({ nonsense: true })).toMatch(/nonsense/);
		expect(await read()).toEqual({ ...always, version: 1 });
	});

	it("is an extension that is not there, one of our own numbers, and a number that is none", async () => {
		const voicemail = (extension: string) => ({ closed: { then: "voicemail", extension } });
		const number = (called: string) => ({ closed: { then: "number", number: called } });
		expect(await refused(voicemail("199"))).toBe("There is no extension 199.");
		expect(await refused(voicemail("103"))).toBe("There is no extension 103.");
		expect(await refused(number("(800) 555-0100"))).toMatch(/circle/);
		const answer = await expectJson<{ errors: unknown[] }>(await write(number("911")), 400);
		expect(answer.errors).toMatchObject([{ in: "body", field: "closed.number" }]);
		expect((await write(number("nobody"))).status).toBe(400);
		expect((await write(number("+442079460018"))).status).toBe(400);
		expect((await write(number("+18765550100"))).status).toBe(400);
		const allow = (callCountries: string[]) =>
			callApi("/api/settings", { key, method: "PUT", body: { callCountries } });
		await expectJson(await allow(["US", "GB"]), 200);
		const stored = await save(number("+442079460018"));
		await expectJson(await allow(["US"]), 200);
		expect(await save(stored)).toEqual(stored);
	});

	it("leaves a number in E.164, and of the other ways nothing", async () => {
		const reached = { greeting: null, then: "number", number: "(415) 555-0151", extension: "101" };
		expect((await save({ closed: reached })).closed).toEqual({
			greeting: null,
			then: "number",
			number: "+14155550151",
		});
		expect((await write({ closed: reached, version: 1 })).status).toBe(200);
		expect((await save({ closed: { ...reached, then: "menu" } })).closed).toEqual({
			greeting: null,
			then: "menu",
		});
	});
});

describe("the audit log", () => {
	it("holds what changed in words, and nothing of a repetition", async () => {
		const before = (await changes()).length;
		await save({ week: nineToFive, holidays: { country: "US", names: ["Christmas Day"] } });
		await save({ week: nineToFive });
		const closed = { greeting: "Closed.", then: "voicemail", extension: "101" };
		const party = { name: "Party", from: "2026-12-18", to: "2026-12-19", greeting: "Cheers." };
		await save({ closed, exceptions: [party] });
		const items = (await changes()).slice(0, -before || undefined);
		expect(items.map(({ action }) => action)).toEqual(["hours.update", "hours.update"]);
		expect(items[1]).toMatchObject({
			before: { monday: "always open", tuesday: "always open", holidays: "none" },
			after: { monday: "09:00–17:00", tuesday: "closed", holidays: "US: Christmas Day" },
		});
		expect(items[0]).toMatchObject({
			before: { exceptions: "none", closedGreeting: "none", closedThen: "menu" },
			after: {
				exceptions: "Party (2026-12-18 to 2026-12-19): closed, “Cheers.”",
				closedGreeting: "Closed.",
				closedThen: "voicemail of 101",
			},
		});
	});
});

describe("the version", () => {
	it("is refused when somebody saved since, with both values", async () => {
		const opened = await read();
		const saved = await save({ week: nineToFive });
		const sent = { ...opened, holidays: { country: "US", names: ["Labor Day"] } };
		const conflict = await expectJson<{ current: Form; sent: Form }>(await write(sent), 409);
		expect(conflict).toMatchObject({ current: saved, sent });
		expect(await read()).toEqual(saved);
		for (const version of [0, "1", null]) expect((await write({ version })).status).toBe(400);
	});

	it("lets one of many at the same moment through, and without it loses no part", async () => {
		const { version } = await read();
		const greetings = ["A", "B", "C", "D"];
		const closed = (greeting: string) => ({ closed: { greeting, then: "menu" } });
		const answers = await Promise.all(greetings.map((word) => write({ version, ...closed(word) })));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
		const parts = [{ week: nineToFive }, closed("E"), { holidays: { country: "CA", names: ["Boxing Day"] } }];
		for (const answer of await Promise.all(parts.map((part) => write(part)))) expect(answer.status).toBe(200);
		expect(await read()).toMatchObject({
			week: nineToFive,
			closed: { greeting: "E" },
			holidays: { country: "CA" },
			version: version + 4,
		});
	});

	it("is looked at by the statement that writes", async () => {
		const { version } = await read();
		const db = new Proxy(testEnv.DB, {
			get: (target, name) =>
				name === "batch"
					? async (statements: D1PreparedStatement[]) => {
							await write({ closed: { greeting: "Meanwhile", then: "menu" } });
							return target.batch(statements);
						}
					: Reflect.get(target, name).bind(target),
		});
		const mine = await write({ version, week: nineToFive }, { DB: db });
		expect(mine.status).toBe(409);
		expect(await read()).toMatchObject({ week: {}, closed: { greeting: "Meanwhile" } });
	});
});

it("lists the holidays of a year with their observed days", async () => {
	const path = "/api/hours/holidays?country=US&year=2027";
	const list = await expectJson<{ holidays: object[] }>(await callApi(path, { key }), 200);
	expect(list).toMatchObject({ country: "US", year: 2027 });
	expect(list.holidays).toContainEqual({
		name: "Independence Day",
		date: "2027-07-05",
		isObserved: true,
	});
	for (const query of ["country=FR&year=2027", "country=US&year=1999", "country=US&year=2100", "year=2027"]) {
		expect((await callApi(`/api/hours/holidays?${query}`, { key })).status, query).toBe(400);
	}
});

it("answers a spoilt row with what stands for it, and writes over it", async () => {
	const spoilt = { key: "hours", value: { week: "always", closed: always.closed, version: "x" } };
	await db.insert(settings).values({ ...spoilt, updatedAt: new Date() });
	expect(await read()).toEqual({ ...always, version: 1 });
	await save({ week: nineToFive });
	expect(await read()).toMatchObject({ week: nineToFive });
	const [row] = await db.select().from(settings).where(eq(settings.key, "hours"));
	expect(row?.value).toMatchObject({ version: 2 });
});
