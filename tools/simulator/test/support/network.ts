import { createTestHarness } from "wrangler";
import { waitFor } from "./wait-for.ts";

export const accountSid = "AC0123456789abcdef0123456789abcdef";
export const authToken = "12345";
export const publicUrl = "http://localhost:8787";

export interface CallView {
	sid: string;
	parentSid: string | null;
	from: string;
	to: string;
	direction: string;
	status: string;
	startedAt: string;
	answeredAt: string | null;
	answeredAtNetworkSeconds: number | null;
	endedAt: string | null;
	durationSeconds: number | null;
	waitingFor: { kind: string; since: string } | null;
	heard: string[];
	legs: { sid: string; to: string; status: string }[];
	timeline: { at: string; ms: number; kind: string; text: string; code?: number }[];
	webhooks: WebhookView[];
}

export interface WebhookView {
	kind: string;
	method: string;
	url: string;
	params: Record<string, string>;
	status: number | null;
	duration: number;
	attempt: number;
	error: string | null;
}

interface NumberView {
	sid: string;
	phone_number: string;
	voice_url: string;
}

export class Network {
	readonly #server = createTestHarness({
		root: new URL("../..", import.meta.url).pathname,
		workers: [
			{
				configPath: "wrangler.jsonc",
				vars: { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl },
			},
		],
	});
	origin = "";

	static async start(): Promise<Network> {
		const network = new Network();
		const { url } = await network.#server.listen();
		network.origin = url.origin;
		return network;
	}

	async close(): Promise<void> {
		await this.#server.close();
	}
}

export class NetworkClient {
	readonly origin: string;
	/** By sid. Dates have whole seconds and do not show every change. */
	readonly #asBought = new Map<string, string>();

	constructor(origin: string) {
		this.origin = origin;
	}

	async request(method: string, path: string, body?: unknown): Promise<Response> {
		return await fetch(`${this.origin}/simulator/control${path}`, {
			method,
			...(body !== undefined && {
				body: JSON.stringify(body),
				headers: { "content-type": "application/json" },
			}),
		});
	}

	async control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
		const response = await this.request(method, path, body);
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (text ? JSON.parse(text) : null) as Answer;
	}

	async rest(method: string, path: string, form?: Record<string, string> | string): Promise<Response> {
		return await fetch(`${this.origin}/simulator/2010-04-01/Accounts/${accountSid}${path}`, {
			method,
			headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
			...(form !== undefined && { body: new URLSearchParams(form) }),
		});
	}

	async buy(phoneNumber: string, settings: Record<string, string> = {}): Promise<string> {
		const response = await this.rest("POST", "/IncomingPhoneNumbers.json", {
			PhoneNumber: phoneNumber,
			...settings,
		});
		const number = (await response.json()) as { sid: string };
		if (response.status !== 201) throw new Error(`buying ${phoneNumber}: ${JSON.stringify(number)}`);
		this.#asBought.set(number.sid, JSON.stringify(number));
		return number.sid;
	}

	/** Leaves the account with these numbers and settings only. */
	async keepNumbers(wanted: Record<string, string>[]): Promise<void> {
		const response = await this.rest("GET", "/IncomingPhoneNumbers.json?PageSize=1000");
		const { incoming_phone_numbers } = (await response.json()) as { incoming_phone_numbers: NumberView[] };
		const isUntouched = (number: NumberView) =>
			this.#asBought.get(number.sid) === JSON.stringify(number) &&
			wanted.some(({ PhoneNumber, VoiceUrl }) => {
				return PhoneNumber === number.phone_number && VoiceUrl === number.voice_url;
			});
		const untouched = incoming_phone_numbers.filter(isUntouched);
		for (const { sid } of incoming_phone_numbers.filter((number) => !isUntouched(number))) {
			await this.rest("DELETE", `/IncomingPhoneNumbers/${sid}.json`);
		}
		for (const { PhoneNumber = "", ...settings } of wanted) {
			if (!untouched.some(({ phone_number }) => phone_number === PhoneNumber))
				await this.buy(PhoneNumber, settings);
		}
	}

	async speed(speed: number): Promise<void> {
		await this.control("PUT", "/clock", { speed });
	}

	async dial(from: string, to: string): Promise<string> {
		return (await this.control<{ sid: string }>("POST", "/calls", { from, to })).sid;
	}

	async call(sid: string): Promise<CallView> {
		return await this.control<CallView>("GET", `/calls/${sid}`);
	}

	async until(sid: string, isReached: (call: CallView) => boolean): Promise<CallView> {
		return await waitFor(() => this.call(sid), isReached);
	}

	async untilWaiting(sid: string, kind: string, after = ""): Promise<CallView> {
		return await this.until(sid, ({ waitingFor }) => waitingFor?.kind === kind && waitingFor.since > after);
	}

	async untilEnded(sid: string): Promise<CallView> {
		return await this.until(sid, ({ endedAt }) => endedAt !== null);
	}

	async press(sid: string, digits: string): Promise<void> {
		await this.control("POST", `/calls/${sid}/digits`, { digits });
	}

	async hangup(sid: string): Promise<void> {
		await this.control("POST", `/calls/${sid}/hangup`);
	}
}
