import { beforeAll, expect, it } from "vitest";
import { callApi, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

const accept = { accept: "text/csv" };
let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await testEnv.DB.prepare(
		`INSERT INTO calls (id, carrier_id, direction, from_number, to_number, status, outcome, extension, started_at)
		WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 22999)
		SELECT 'call_x' || i, 'CAx' || i, 'inbound', '+14155550188', '+18005550100', 'completed', CASE i % 2 WHEN 0 THEN 'answered' ELSE 'failed' END, '102', 1000 + i FROM n`,
	).run();
});

async function read(path: string, credentials: { key?: string; cookie?: string } = { key }) {
	const response = await callApi(path, { ...credentials, headers: accept });
	expect(response.status, path).toBe(200);
	expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
	const bytes = new Uint8Array(await response.arrayBuffer());
	expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const text = new TextDecoder().decode(bytes);
	const [heading = "", ...lines] = text.trimEnd().split("\r\n");
	const next = /<(.*)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1] ?? null;
	return { text, heading, lines, next };
}

it("writes all calls of a filter, 20,000 a file, each once", async () => {
	const first = await read("/api/calls?number=4155550188");
	expect(first.lines).toHaveLength(20_000);
	expect(first.heading).toMatch(/^id,carrierId,direction,from,to,extension,.*,contactName$/);
	const second = await read(first.next ?? "");
	expect(second.lines).toHaveLength(3000);
	expect(second.next).toBeNull();
	expect(new Set([...first.lines, ...second.lines].map((line) => line.split(",")[0])).size).toBe(23_000);
	expect(
		(await read("/api/calls?number=4155550188&outcome=failed&limit=200")).lines.length,
	).toBeLessThanOrEqual(200);
	expect((await read("/api/calls?ext=101")).lines).toHaveLength(2);
});

it("writes the voicemail list with words that no spreadsheet runs, and for an agent only the own", async () => {
	const { text, lines } = await read("/api/voicemails");
	expect(text).toContain(`"'=SUM(A1), ""urgent""\nplease call"`);
	expect(lines.length).toBeGreaterThan(2);
	await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
	const own = await read("/api/voicemails", { cookie: await signIn("jane@acme.example") });
	expect(own.text).toContain("vm_101");
	expect(own.text).not.toContain("vm_102");
});

it("writes all texts, or those of a contact", async () => {
	const { lines, heading } = await read("/api/messages");
	expect(lines).toHaveLength(2500);
	expect(heading.split(",")).toContain("body");
	const { text } = await read("/api/messages?number=4155550199");
	expect(text).toContain("'=1+1");
	expect(text.trimEnd().split("\r\n")).toHaveLength(2);
	for (const path of ["/api/messages", "/api/voicemails", "/api/calls"]) {
		const other = await giveKey(["numbers:read"]);
		expect((await callApi(path, { key: other, headers: accept })).status).toBe(403);
	}
});
