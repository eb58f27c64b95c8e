import { settings } from "@cloudpbx/db/schema/admin";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";

type Form = Record<string, unknown> & { version: number };

interface Conflict {
	code: string;
	detail: string;
	current: Form;
	sent: Record<string, unknown>;
	errors: { in: string; field: string }[];
}

let key: string;

beforeAll(async () => {
	key = await giveKey();
});

beforeEach(async () => {
	await db.delete(settings);
});

const read = async () => expectJson<Form>(await callApi("/api/settings", { key }), 200);
const write = (body: unknown, env = {}) => callApi("/api/settings", { key, method: "PUT", body, env });
const countChanges = async () => {
	const { items } = await expectJson<{ items: { action: string }[] }>(
		await callApi("/api/audit?limit=200", { key }),
		200,
	);
	return items.filter(({ action }) => action === "settings.update").length;
};

it("grows with every save, and a form opened before that is refused with both values", async () => {
	const opened = await read();
	expect(opened.version).toBe(1);
	const saved = await expectJson<Form>(await write({ ...opened, hoursText: "9 to 5" }), 200);
	expect(saved).toEqual({ ...opened, hoursText: "9 to 5", version: 2 });
	const changes = await countChanges();
	const sent = { ...opened, greeting: "Hello.", fallbackNumber: "(415) 555-0151" };
	const conflict = await expectJson<Conflict>(await write(sent), 409);
	expect(conflict).toMatchObject({ code: "conflict", current: saved });
	expect(conflict.detail).toContain("Nothing was saved");
	expect(conflict.sent).toEqual({ ...sent, fallbackNumber: "+14155550151" });
	expect(conflict.errors.map(({ in: place, field }) => `${place} ${field}`).sort()).toEqual([
		"body fallbackNumber",
		"body greeting",
		"body hoursText",
	]);
	expect(await read()).toEqual(saved);
	expect(await countChanges()).toBe(changes);
	const again = await write({ ...conflict.sent, version: conflict.current.version });
	expect(await expectJson<Form>(again, 200)).toMatchObject({ greeting: "Hello.", version: 3 });
});

it("is no conflict for the same write again, whose answer was lost", async () => {
	const opened = await read();
	const body = { ...opened, hoursText: "9 to 5" };
	const saved = await expectJson<Form>(await write(body), 200);
	expect(await expectJson(await write(body), 200)).toEqual(saved);
});

it("may be absent: then the last write wins, and others see that something was saved", async () => {
	const opened = await read();
	await expectJson(await write({ hoursText: "9 to 5" }), 200);
	expect(await read()).toMatchObject({ hoursText: "9 to 5", version: opened.version + 1 });
	expect((await write({ version: opened.version, greeting: "Hello." })).status).toBe(409);
	for (const version of [0, -1, 1.5, "1", null]) expect((await write({ version })).status).toBe(400);
});

it("lets one of many at the same moment through", async () => {
	const { version } = await read();
	const bodies = Array.from({ length: 6 }, (_, index) => ({ version, hoursText: `From ${index}` }));
	const answers = await Promise.all(bodies.map((body) => write(body)));
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
	const winner = answers.findIndex(({ status }) => status === 200);
	expect(await read()).toMatchObject({ hoursText: `From ${winner}`, version: version + 1 });
});

it("is looked at by the statement that writes: a save between reading and writing is not lost", async () => {
	const { version } = await read();
	const changes = await countChanges();
	const during = async (body: object) => {
		const db = new Proxy(testEnv.DB, {
			get: (target, name) =>
				name === "batch"
					? async (statements: D1PreparedStatement[]) => {
							await write({ hoursText: "Meanwhile" });
							return target.batch(statements);
						}
					: Reflect.get(target, name).bind(target),
		});
		return write(body, { DB: db });
	};
	const conflict = await expectJson<Conflict>(await during({ version, hoursText: "Mine" }), 409);
	expect(conflict).toMatchObject({
		current: { hoursText: "Meanwhile", version: version + 1 },
		sent: { version, hoursText: "Mine" },
		errors: [{ field: "hoursText" }],
	});
	expect(await read()).toMatchObject({ hoursText: "Meanwhile", version: version + 1 });
	expect(await countChanges()).toBe(changes + 1);
});
