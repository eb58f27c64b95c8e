import { createExecutionContext } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { MessagingService } from "../../../src/rpc.ts";
import { foundCompany, testEnv } from "../company.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);
const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(7000 + ++count)}`;

describe("opt-outs by hand", () => {
	it("hold from that second on, and end with a written reason of an owner or admin", async () => {
		const shop = new Workshop();
		const number = somebody();
		const added = await rpc.addOptOut({ number, reason: "Asked on the telephone." }, olivia);
		expect(added).toMatchObject({
			ok: true,
			value: { number, source: "person", reason: "Asked on the telephone.", addedBy: "Olivia" },
		});
		expect(await rpc.addOptOut({ number, reason: "again" }, olivia)).toEqual(added);
		expect(await rpc.sendText({ to: number, message: "Hi" }, olivia)).toMatchObject({ ok: false });
		expect(await rpc.isOptedOut([number, "+14155550001"])).toEqual({ ok: true, value: [number] });
		const listed = await rpc.listOptOuts({});
		expect(listed.ok && listed.value.items[0]).toMatchObject({
			number,
			source: "person",
			at: expect.any(String),
		});

		const agent = { ...olivia, role: "agent" as const };
		const reason = "She called and wants our texts again.";
		expect(await rpc.removeOptOut({ number, reason, actor: agent })).toMatchObject({
			error: { code: "forbidden" },
		});
		expect(await rpc.removeOptOut({ number, reason: "ok", actor: olivia })).toMatchObject({
			error: { code: "bad_input" },
		});
		expect(await rpc.removeOptOut({ number, reason, actor: olivia })).toEqual({ ok: true, value: null });
		expect(await rpc.removeOptOut({ number, reason, actor: olivia })).toMatchObject({
			error: { code: "not_found" },
		});
		expect(await rpc.sendText({ to: number, message: "Hi" }, olivia)).toMatchObject({ ok: true });
		expect(shop.carrier.sent(number)).toHaveLength(1);
		const ledger = await rpc.listConsentEvents(number);
		expect(ledger).toMatchObject({
			ok: true,
			value: [
				{ kind: "opt_out", source: "person", reason: "Asked on the telephone.", by: "Olivia" },
				{ kind: "opt_in", source: "person", reason, by: "Olivia" },
			],
		});
	});

	it("come in lists, with what is wrong in them", async () => {
		const [known, fresh] = [somebody(), somebody()];
		await rpc.addOptOut({ number: known, reason: "before" }, olivia);
		const rows = [
			{ number: known, reason: "list" },
			{ number: fresh, reason: "list" },
			{ number: fresh, reason: "list" },
			{ number: "n/a", reason: "list" },
		];
		expect(await rpc.importOptOuts(rows, olivia)).toEqual({
			ok: true,
			value: {
				added: 1,
				unchanged: 1,
				invalid: [{ row: 3, reason: "“n/a”: This is not a telephone number." }],
			},
		});
		expect(await rpc.importOptOuts(rows.slice(0, 3), olivia)).toMatchObject({
			value: { added: 0, unchanged: 2 },
		});
		const many = Array.from({ length: 5000 }, (_, index) => ({
			number: `+1650${2000000 + index}`,
			reason: "old list",
		}));
		expect(await rpc.importOptOuts(many, olivia)).toMatchObject({ value: { added: 5000, unchanged: 0 } });
	});

	it("are added for telephone numbers only", async () => {
		expect(await rpc.addOptOut({ number: "ACME", reason: "x" }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
	});
});
