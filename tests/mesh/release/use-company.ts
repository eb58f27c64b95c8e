import { apiClient } from "../set-up/api-client.ts";
import { anasLine, caller, janesLine, janesPhone, mainLine } from "../set-up/demo-numbers.ts";
import { until } from "../set-up/phone-network.ts";
import type { TestMesh } from "../set-up/test-mesh.ts";
import type { ReleaseFacts } from "./facts.ts";

const patienceSeconds = 120;

/** Ends with a paused campaign and nothing else under way. */
export async function useCompany(
	mesh: TestMesh,
): Promise<Pick<ReleaseFacts, "owner" | "apiKey" | "campaign">> {
	const api = apiClient(mesh);
	const must = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
		const answer = await api<Body>(method, path, body);
		if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
		return answer.body;
	};
	const count = async (table: string, condition: string) =>
		(await mesh.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${condition}`))[0]?.n ?? 0;
	const untilCounted = (table: string, condition: string, atLeast = 1) =>
		until(
			`${atLeast} in ${table} where ${condition}`,
			async () => (await count(table, condition)) >= atLeast,
			patienceSeconds,
		);
	const text = (from: string, body: string) =>
		mesh.network.send("POST", "/messages", { from, to: mainLine, body });

	await mesh.network.setSpeed(10);
	const owner = { email: "olive@acme.example", password: "correct horse battery" };
	await must("POST", "/setup/claim", { code: mesh.access.setupCode, name: "Olive Owner", ...owner });
	await must("PUT", "/settings", { companyName: "Acme Coffee", ringSeconds: 15 });
	await must("POST", "/extensions", {
		ext: "104",
		name: "Nora Park",
		department: "Sales",
		email: "nora@acme.example",
		areaCode: "212",
	});
	const { key } = await must<{ key: string }>("POST", "/keys", {
		name: "Wallboard",
		scopes: ["calls:read", "voicemails:read"],
	});

	const voicemail = await mesh.network.dial(caller, anasLine);
	await voicemail.leaveMessage(3, "Please call me back about the grinder.");
	await voicemail.expectEnds();
	const answered = await mesh.network.dial(caller, janesLine);
	const leg = await answered.expectRings(janesPhone);
	await leg.take();
	await answered.hangUp();
	await answered.expectEnds();
	const abandoned = await mesh.network.dial("+14155550198", mainLine);
	await abandoned.expectWaitsFor("digits");
	await abandoned.hangUp();
	await abandoned.expectEnds();

	await text(caller, "Is the ristretto machine back in stock?");
	await untilCounted("messages", "author = 'assistant'");
	await text("+14155550177", "STOP");
	await text("+14155550166", "Can I talk to a real person please?");
	await untilCounted("conversations", "mode = 'waiting'");
	await must("POST", "/conversations/reply", {
		from: "+14155550166",
		to: mainLine,
		message: "Jane here. How can I help?",
	});
	await must("POST", "/conversations/notes", {
		from: "+14155550166",
		to: mainLine,
		text: "Collects on Friday.",
	});
	await must("POST", "/opt-outs", { number: "+14155550155", reason: "Asked on the phone." });

	await untilCounted("opt_outs", "true", 2);
	await untilCounted("calls", "ended_at IS NOT NULL", 3);
	await untilCounted("voicemails", "status = 'stored' AND transcript IS NOT NULL");
	await untilCounted("extensions", "ext = '104' AND status = 'active'");
	await until("every text to be settled", async () => (await count("messages", "status = 'pending'")) === 0);

	const audience = Array.from({ length: 16 }, (_, index) => `+1415557${String(index).padStart(4, "0")}`);
	const { id } = await must<{ id: string }>("POST", "/campaigns", {
		name: "Sale",
		message: "Acme: our sale starts today. Reply STOP to opt out.",
		fromNumber: janesLine,
		quietHours: false,
		ratePerSecond: 2,
		recipients: audience,
	});
	await untilCounted("messages", "campaign_id IS NOT NULL AND carrier_id IS NOT NULL", 6);
	return { owner, apiKey: key, campaign: { id, audience } };
}
