import twilio from "twilio";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { CustomerApp } from "./customer-app.ts";
import { accountSid, authToken, type NetworkClient } from "./network.ts";
import { ownNetwork } from "./own-network.ts";
import { main } from "./stage.ts";
import { waitFor } from "./wait-for.ts";

/** A long code, beside the toll-free `main`. */
export const textLine = "+15125550188";

export interface TextView {
	sid: string;
	from: string;
	to: string;
	body: string;
	direction: string;
	status: string;
	errorCode: number | null;
	segments: number;
	at: string;
	media: { sid: string; contentType: string }[];
}

export interface WholeTextView extends TextView {
	timeline: { at: string; kind: string; text: string; code?: number | null }[];
	webhooks: { kind: string; params: Record<string, string>; status: number | null; attempt: number }[];
}

export interface RestAnswer {
	sid: string;
	status: unknown;
	[key: string]: unknown;
}

export class TextClient {
	readonly #network: NetworkClient;

	constructor(network: NetworkClient) {
		this.#network = network;
	}

	/** Returns the sid. */
	async text(from: string, to: string, body: string, mediaUrls?: string[]): Promise<string> {
		const sent = { from, to, body, ...(mediaUrls && { mediaUrls }) };
		return (await this.#network.control<{ sid: string }>("POST", "/messages", sent)).sid;
	}

	async read(sid: string): Promise<WholeTextView> {
		return await this.#network.control<WholeTextView>("GET", `/messages/${sid}`);
	}

	async until(sid: string, isReached: (text: WholeTextView) => boolean): Promise<WholeTextView> {
		return await waitFor(() => this.read(sid), isReached);
	}

	async listOf(phone: string): Promise<TextView[]> {
		const path = `/phones/${encodeURIComponent(phone)}/messages`;
		return (await this.#network.control<{ items: TextView[] }>("GET", path)).items;
	}

	async listUntil(phone: string, isReached: (texts: TextView[]) => boolean): Promise<TextView[]> {
		return await waitFor(() => this.listOf(phone), isReached);
	}

	/** `status` is that of HTTP, `state` that of the text. */
	async create(form: Record<string, string> | [string, string][]): Promise<RestAnswer> {
		const body = new URLSearchParams(form).toString();
		const response = await this.#network.rest("POST", "/Messages.json", body);
		const answer = (await response.json()) as RestAnswer;
		return { ...answer, state: answer.status, status: response.status };
	}
}

export interface TextStage {
	app: CustomerApp;
	network: NetworkClient;
	texts: TextClient;
	client: ReturnType<typeof twilio>;
}

/** A cleared network with two numbers, whose texts go to /sms. */
export function useTextStage(speed = 200): TextStage {
	const network = ownNetwork();
	const client = twilio(accountSid, authToken);
	client.api.baseUrl = `${network.origin}/simulator`;
	const stage = { network, client, texts: new TextClient(network) } as TextStage;
	beforeAll(async () => {
		stage.app = await CustomerApp.start();
	});
	afterAll(async () => {
		await stage.app.close();
	});
	beforeEach(async () => {
		const { app } = stage;
		app.clear();
		await network.control("POST", "/reset");
		await network.speed(speed);
		const settings = { VoiceUrl: app.url("/talk"), SmsUrl: app.url("/sms") };
		await network.keepNumbers([main, textLine].map((PhoneNumber) => ({ PhoneNumber, ...settings })));
		app.on("/sms", "");
		app.on("/status", "");
	});
	return stage;
}
