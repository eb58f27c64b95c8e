import { beforeAll, expect, it } from "vitest";
import { callApi, expectJson, giveKey, giveUser } from "../api.ts";

let key: string;

beforeAll(async () => {
	key = await giveKey();
	await giveUser({ email: "owner@acme.example" });
});

const read = async (id: string) => expectJson<object>(await callApi(`/api/users/${id}`, { key }), 200);
const put = (id: string, body: unknown) => callApi(`/api/users/${id}`, { key, method: "PUT", body });

it("refuses a form that was opened before somebody else saved, with both values", async () => {
	const id = await giveUser({ email: "jane@acme.example", name: "Jane", role: "agent" });
	expect(await read(id)).toMatchObject({ version: 1 });
	expect(await expectJson(await put(id, { role: "admin", version: 1 }), 200)).toMatchObject({ version: 2 });
	expect(await expectJson(await put(id, { name: "Jane Smith", version: 1 }), 409)).toMatchObject({
		code: "conflict",
		current: { id, name: "Jane", role: "admin", version: 2 },
		sent: { name: "Jane Smith", version: 1 },
		errors: [{ in: "body", field: "name" }],
	});
	expect(await read(id)).toMatchObject({ name: "Jane", version: 2 });
	expect((await put(id, { role: "admin", version: 1 })).status).toBe(200);
	expect(await expectJson(await put(id, { name: "Jane Smith" }), 200)).toMatchObject({ version: 3 });
});

it("lets one of many at the same moment through", async () => {
	const id = await giveUser({ email: "sam@acme.example", role: "agent" });
	const names = ["One", "Two", "Three", "Four"];
	const answers = await Promise.all(names.map((name) => put(id, { name, version: 1 })));
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
	const winner = names[answers.findIndex(({ status }) => status === 200)];
	expect(await read(id)).toMatchObject({ name: winner, version: 2 });
});

it("still says that the last owner stays one", async () => {
	const { items } = await expectJson<{ items: { id: string; role: string; version: number }[] }>(
		await callApi("/api/users", { key }),
		200,
	);
	const owner = items.find(({ role }) => role === "owner");
	const body = { role: "admin", version: owner?.version };
	expect((await put(owner?.id ?? "", body)).status).toBe(412);
});
