import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { BrowserContext, Page } from "playwright-core";
import { PhoneNetwork } from "../../mesh/set-up/phone-network.ts";
import { eventually } from "./eventually.ts";
import { openMesh } from "./open-mesh.ts";
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

/** Opens a company with an owner and an agent, each in their own browser. */
export async function openOffice() {
	const { mesh, browser, close } = await openMesh();
	let contexts: BrowserContext[] = [];
	let faults: string[] = [];
	let contacts = 0;

	const api = <Answer>(method: string, path: string, body?: unknown) =>
		send<Answer>(`${mesh.url}/api${path}`, method, body, { authorization: `Bearer ${mesh.access.apiKey}` });
	const network = <Answer>(method: string, path: string, body?: unknown) =>
		send<Answer>(`${mesh.url}/simulator/control${path}`, method, body, {});

	const invitation = { email: agent.email, role: "agent", extension: "101" };
	const { token } = await api<{ token: string }>("POST", "/invitations", invitation);
	await api("POST", "/invitations/accept", { token, name: agent.name, password: agent.password });

	const office = {
		mesh,
		api,
		phones: new PhoneNetwork(mesh.url),
		network,
		owner: { email: mesh.access.email, password: mesh.access.password },
		agent,

		/** Opens a path in a new browser context, signed in. Errors, layout shifts and other hosts are faults. */
		async open(person: { email: string; password: string }, path: string): Promise<Page> {
			const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
			contexts.push(context);
			await context.request.post(`${mesh.url}/api/auth/sign-in/email`, {
				data: { email: person.email, password: person.password },
				headers: { origin: mesh.url },
			});
			const page = await context.newPage();
			const report = (fault: string) => faults.push(fault);
			await watchPage(page, {
				report,
				reportShift: (shift) => report(`${new URL(page.url()).pathname}: ${shift}`),
				own: [mesh.url],
				expected: /status of 401|ERR_INTERNET_DISCONNECTED/,
			});
			await page.goto(`${mesh.url}${path}`);
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
			await addTexts(mesh, { id, number }, count);
			if (state === "read") return;
			const database = await mesh.miniflare.getD1Database("DB", "cloudpbx-admin");
			await database.prepare("UPDATE conversations SET unread_count = ? WHERE id = ?").bind(count, id).run();
		},

		/** `expected` matches the console entry of a request that a test expects to be refused. */
		async closeBrowsers(expected?: RegExp): Promise<string[]> {
			for (const context of contexts) await context.close();
			contexts = [];
			await network("PUT", "/faults", []);
			const found = faults;
			faults = [];
			return found.filter((fault) => !expected?.test(fault));
		},

		close,
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
