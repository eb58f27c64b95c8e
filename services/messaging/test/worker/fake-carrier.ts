import { vi } from "vitest";
import { sidOf } from "./webhooks.ts";

/** `after`: the request was carried out, and the answer is lost. */
export type Fault =
	| "lost before"
	| "lost after"
	| "500 before"
	| "500 after"
	| { status: number; code: number };

interface CarrierText {
	sid: string;
	from: string;
	to: string;
	body: string;
	status: string;
	direction: "inbound" | "outbound-api";
	error_code: number | null;
	date_created: string;
	num_segments: string;
}

let sids = 0;

/** The carrier as documented for texts: stateful, strict, and able to fail at each request. */
export class FakeCarrier {
	texts: CarrierText[] = [];
	/** In order, such as "POST /Messages". */
	requests: string[] = [];
	takenAt: { to: string; at: Date }[] = [];
	/** Callback addresses by sid. */
	callbacks = new Map<string, string>();
	/** Called before each request; `index` counts from 0. */
	fault: (request: string, index: number) => Fault | null = () => null;
	around: (carryOut: () => Promise<Response>) => Promise<Response> = (carryOut) => carryOut();
	now: () => Date = () => new Date();
	/** Changes of a text's words: a trial account's notice, Smart Encoding. */
	rewrite: (body: string) => string = (body) => body;
	/** Younger texts are not in its list yet. */
	listLagSeconds = 0;
	media = new Map<string, () => Response>();
	mediaRequests: { url: string; hasCredentials: boolean }[] = [];

	install(): this {
		vi.stubGlobal("fetch", (url: string | URL, init: RequestInit = {}) =>
			this.around(() => this.#answer(new URL(url), init)),
		);
		return this;
	}

	sent(to?: string): CarrierText[] {
		return this.texts.filter((text) => text.direction === "outbound-api" && (!to || text.to === to));
	}

	receive(from: string, to: string, body: string, at: Date): CarrierText {
		return this.#add({ from, to, body, direction: "inbound", status: "received" }, at);
	}

	async #answer(url: URL, init: RequestInit): Promise<Response> {
		const file = this.media.get(url.href);
		if (file) {
			const hasCredentials = new Headers(init.headers).has("authorization");
			this.mediaRequests.push({ url: url.href, hasCredentials });
			return file();
		}
		const resource = url.pathname.replace(/^\/2010-04-01\/Accounts\/AC0{32}/, "").replace(/\.json$/, "");
		if (url.host !== "carrier.example.com" || resource === url.pathname) {
			throw new Error(`Strange request: ${url}`);
		}
		const request = `${init.method} ${resource.replace(/\/(SM|MM)\w+/, "/SM")}`;
		const fault = this.fault(request, this.requests.length);
		this.requests.push(request);
		if (fault === "lost before") throw new TypeError("Network connection lost.");
		if (fault === "500 before") return errorOf(500, 20500);
		if (typeof fault === "object" && fault) return errorOf(fault.status, fault.code);
		const form = Object.fromEntries(new URLSearchParams(init.body as URLSearchParams));
		const response = this.#carryOut(request, resource, url.searchParams, form);
		if (fault === "lost after") throw new TypeError("Network connection lost.");
		if (fault === "500 after") return errorOf(500, 20500);
		return response;
	}

	#carryOut(
		request: string,
		resource: string,
		query: URLSearchParams,
		form: Record<string, string>,
	): Response {
		switch (request) {
			case "POST /Messages":
				return this.#create(form);
			case "GET /Messages":
				return this.#list(query);
			case "GET /Messages/SM": {
				const text = this.texts.find(({ sid }) => resource.endsWith(sid));
				return text ? Response.json(text) : errorOf(404, 20404);
			}
			case "DELETE /Messages/SM": {
				const index = this.texts.findIndex(({ sid }) => resource.endsWith(sid));
				if (index === -1) return errorOf(404, 20404);
				this.texts.splice(index, 1);
				return new Response(null, { status: 204 });
			}
			default:
				throw new Error(`The fake carrier does not know ${request}`);
		}
	}

	#create({ From = "", To = "", Body = "", StatusCallback = "" }: Record<string, string>): Response {
		if (Body === "" || Body.length > 1600) return errorOf(400, 21617);
		if (!/^\+\d{7,15}$/.test(To)) return errorOf(400, 21211);
		const sent = { from: From, to: To, body: this.rewrite(Body) };
		const text = this.#add({ ...sent, direction: "outbound-api", status: "queued" }, this.now());
		this.takenAt.push({ to: To, at: this.now() });
		this.callbacks.set(text.sid, StatusCallback);
		return Response.json(text, { status: 201 });
	}

	#list(query: URLSearchParams): Response {
		const listedBefore = this.now().getTime() - this.listLagSeconds * 1000;
		const found = this.texts.filter(
			({ to, from, date_created }) =>
				Date.parse(date_created) <= listedBefore &&
				(!query.has("To") || to === query.get("To")) &&
				(!query.has("From") || from === query.get("From")),
		);
		return Response.json({ messages: found.toReversed(), next_page_uri: null });
	}

	#add(added: Pick<CarrierText, "from" | "to" | "body" | "direction" | "status">, at: Date): CarrierText {
		const text = {
			sid: sidOf(`c${++sids}`),
			...added,
			error_code: null,
			// RFC 2822, to the second, as Twilio writes it.
			date_created: at.toUTCString().replace("GMT", "+0000"),
			num_segments: "1",
		};
		this.texts.push(text);
		return text;
	}
}

function errorOf(status: number, code: number): Response {
	return Response.json({ code, message: "refused", more_info: "", status }, { status });
}
