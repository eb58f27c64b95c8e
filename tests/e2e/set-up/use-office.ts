import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { PhoneNetwork } from "../../mesh/set-up/phone-network.ts";
import { eventually } from "./eventually.ts";
import { type OpenMesh, openMesh } from "./open-mesh.ts";
import { closeSockets, watchPage } from "./watch-page.ts";

const mainLine = "+18005550100";
const agent = { name: "Ana Agent", email: "ana@acme.example", password: "a long enough secret" };

export interface Contact {
	number: string;
	id: string;
}

interface Thread {
	id: string;
	mode: string;
	unreadCount: number;
	isOptedOut: boolean;
	messages: { id: string; author: string; body: string; status: string }[];
}

/** Registers hooks: a company with an owner and an agent for the file. Each test fails on the unexpected faults of its browsers. */
export function useOffice(isExpected: (fault: string) => boolean = () => false) {
	let opened: OpenMesh;
	let phones: PhoneNetwork;
	let contexts: BrowserContext[] = [];
	let faults: string[] = [];
	let contacts = 0;

	const api = <Answer>(method: string, path: string, body?: unknown) =>
		send<Answer>(`${opened.mesh.url}/api${path}`, method, body, {
			authorization: `Bearer ${opened.mesh.access.apiKey}`,
		});
	const network = <Answer>(method: string, path: string, body?: unknown) =>
		send<Answer>(`${opened.mesh.url}/simulator/control${path}`, method, body, {});

	beforeAll(async () => {
		opened = await openMesh();
		phones = new PhoneNetwork(opened.mesh.url);
		const invitation = { email: agent.email, role: "agent", extension: "101" };
		const { token } = await api<{ token: string }>("POST", "/invitations", invitation);
		await api("POST", "/invitations/accept", { token, name: agent.name, password: agent.password });
	});
	afterAll(() => opened?.close());
	afterEach(async () => {
		for (const context of contexts) await context.close();
		contexts = [];
		await network("PUT", "/faults", []);
		const found = faults;
		faults = [];
		expect(found.filter((fault) => !isExpected(fault))).toEqual([]);
	});

	const office = {
		get mesh(): Mesh {
			return opened.mesh;
		},
		get phones(): PhoneNetwork {
			return phones;
		},
		get owner() {
			const { email, password } = opened.mesh.access;
			return { email, password };
		},
		agent,
		api,
		network,

		/** Opens a path in a new browser context, signed in. Errors, layout shifts and other hosts are faults. */
		async open(person: { email: string; password: string }, path: string): Promise<Page> {
			const context = await opened.browser.newContext({
				viewport: { width: 1280, height: 900 },
				locale: "en-US",
			});
			contexts.push(context);
			await context.request.post(`${opened.mesh.url}/api/auth/sign-in/email`, {
				data: { email: person.email, password: person.password },
				headers: { origin: opened.mesh.url },
			});
			const page = await context.newPage();
			const report = (fault: string) => faults.push(fault);
			await watchPage(page, {
				report,
				reportShift: (shift) => report(`${new URL(page.url()).pathname}: ${shift}`),
				own: [opened.mesh.url],
				expected: /status of 401|ERR_INTERNET_DISCONNECTED/,
			});
			await page.goto(`${opened.mesh.url}${path}`);
			return page;
		},

		async newConversation(body: string): Promise<Contact> {
			const number = `+1415557${String(++contacts).padStart(4, "0")}`;
			await office.text(number, body);
			await eventually(async () => (await office.received(number)).length).toBe(1);
			const { id } = await api<Thread>("GET", `/conversations/${number}/${mainLine}`);
			return { number, id };
		},

		text: (from: string, body: string) => network("POST", "/messages", { from, to: mainLine, body }),

		async received(number: string): Promise<{ body: string }[]> {
			const { items } = await network<{ items: { to: string; body: string }[] }>(
				"GET",
				`/phones/${number}/messages`,
			);
			return items.filter(({ to }) => to === number);
		},

		thread: (id: string) => api<Thread>("GET", `/conversations/${id}`),

		/** Writes rows: through the simulated network this would take hours. */
		async addTexts({ id, number }: Contact, count: number, state: "read" | "unread"): Promise<void> {
			await addTexts(opened.mesh, { id, number }, count);
			if (state === "read") return;
			const database = await opened.mesh.miniflare.getD1Database("DB", "cloudpbx-admin");
			await database.prepare("UPDATE conversations SET unread_count = ? WHERE id = ?").bind(count, id).run();
		},
	};
	return office;
}

export async function cutOff(page: Page): Promise<void> {
	await page.context().setOffline(true);
	await closeSockets(page);
}

async function addTexts(mesh: Mesh, { id, number }: Contact, count: number): Promise<void> {
	const database = await mesh.miniflare.getD1Database("DB", "cloudpbx-admin");
	const now = Date.now();
	await database
		.prepare(
			`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1)
			INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments,
				status, status_at, created_at)
			SELECT 'msg_' || printf('%032x', n + ?2), ?3, 'inbound', 'contact', 'transactional', ?4, ?5,
				'Text ' || n || ' of ' || ?1 || '. The van comes on Thursday between nine and ten.', 1,
				'received', ?2, ?2 - (?1 - n) * 1000
			FROM numbers`,
		)
		.bind(count, now, id, number, mainLine)
		.run();
}

async function send<Answer>(
	url: string,
	method: string,
	body: unknown,
	headers: Record<string, string>,
): Promise<Answer> {
	const response = await fetch(url, {
		method,
		headers: { ...headers, "content-type": "application/json" },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const answer = await response.text();
	if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${answer}`);
	return (answer ? JSON.parse(answer) : null) as Answer;
}
