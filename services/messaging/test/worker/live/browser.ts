import { createExecutionContext } from "cloudflare:test";
import {
	type LiveEvent,
	type LiveFrame,
	LiveListener,
	liveListenerHeader,
	liveTopics,
	type PresenceFrame,
} from "@cloudpbx/contracts/news/live";
import { describeGrant } from "@cloudpbx/db/credentials";
import { MessagingService } from "../../../src/rpc.ts";
import { contact, mainLine, testEnv } from "../company.ts";

export const rpc = new MessagingService(createExecutionContext(), testEnv);
export const feed = testEnv.LIVE_FEED.getByName("company");

export type NumberedFrame = Exclude<LiveFrame, PresenceFrame>;

export function introduce(more: Partial<LiveListener> = {}): LiveListener {
	return LiveListener.parse({
		topics: [...liveTopics],
		voicemail: "all",
		credential: { kind: "person", id: "usr_olive" },
		grant: describeGrant({ role: "owner", scopes: [], extensionId: null, groups: null }),
		until: null,
		person: { id: "usr_olive", name: "Olive Owner" },
		...more,
	});
}

export function connect(listener: LiveListener, after?: number | string): Promise<Response> {
	const search = after === undefined ? "" : `?after=${after}`;
	const header = encodeURIComponent(JSON.stringify(listener));
	return rpc.fetch(
		new Request(`https://messaging/live${search}`, {
			headers: { upgrade: "websocket", [liveListenerHeader]: header },
		}),
	);
}

export class Browser {
	readonly frames: LiveFrame[] = [];
	/** The close code of the socket. */
	readonly isClosed: Promise<number>;
	closeReason = "";
	readonly socket: WebSocket;
	#isCutOff = false;
	#wake = () => {};

	constructor(socket: WebSocket) {
		this.socket = socket;
		socket.addEventListener("message", ({ data }) => {
			if (this.#isCutOff) return;
			if (data !== "pong") this.frames.push(JSON.parse(String(data)) as LiveFrame);
			this.#wake();
		});
		this.isClosed = new Promise<number>((resolve) =>
			socket.addEventListener("close", ({ code, reason }) => {
				this.closeReason = reason;
				resolve(code);
			}),
		);
		socket.accept();
	}

	static async open(listener: LiveListener = introduce(), after?: number | string): Promise<Browser> {
		const response = await connect(listener, after);
		const { webSocket } = response;
		if (!webSocket) throw new Error(`There is no socket: ${response.status}`);
		const browser = new Browser(webSocket);
		await browser.until((frames) => frames.some(({ kind }) => kind === "hello"));
		return browser;
	}

	async until(isEnough: (frames: LiveFrame[]) => boolean): Promise<LiveFrame[]> {
		while (!isEnough(this.frames)) {
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
		return this.frames;
	}

	count(count: number): Promise<LiveFrame[]> {
		return this.until((frames) => frames.length >= count);
	}

	get numbered(): NumberedFrame[] {
		return this.frames.filter((frame) => frame.kind !== "presence");
	}

	get presence(): PresenceFrame[] {
		return this.frames.filter((frame) => frame.kind === "presence");
	}

	/** The number of the last frame. */
	get seq(): number {
		return this.numbered.at(-1)?.seq ?? 0;
	}

	say(signal: unknown): void {
		this.socket.send(typeof signal === "string" ? signal : JSON.stringify(signal));
	}

	/** Frames under way are lost. */
	cutOff(): void {
		this.#isCutOff = true;
		this.socket.close();
	}

	close(): void {
		this.socket.close();
	}
}

export function nameOf(frame: LiveFrame | LiveEvent): string {
	switch (frame.kind) {
		case "message":
			return frame.messageId;
		case "conversation":
			return frame.conversationId;
		case "call":
			return frame.callId;
		case "voicemail":
			return frame.voicemailId;
		case "campaign":
			return `${frame.campaignId} ${frame.status}`;
		case "extension":
			return frame.extensionId;
		case "number":
			return frame.numberId;
		case "presence":
			return `${frame.person.name} ${frame.state} ${frame.conversationId}`;
		default:
			return frame.kind;
	}
}

const between = { from: contact, to: mainLine };

export const some = {
	message: (word: string): LiveEvent => ({
		kind: "message",
		messageId: `msg_${word}`,
		conversationId: `conv_${word}`,
		...between,
		direction: "inbound",
		status: "received",
		author: "contact",
	}),
	conversation: (word: string): LiveEvent => ({
		kind: "conversation",
		conversationId: `conv_${word}`,
		...between,
		mode: "human",
	}),
	call: (word: string): LiveEvent => ({
		kind: "call",
		callId: `call_${word}`,
		...between,
		status: "ringing",
	}),
	voicemail: (
		word: string,
		extension: string | null = "101",
		extensionId = `ext_${extension}`,
	): LiveEvent => ({
		kind: "voicemail",
		voicemailId: `vm_${word}`,
		extension,
		extensionId: extension === null ? null : extensionId,
		from: contact,
		createdAt: new Date().toISOString(),
	}),
	campaign: (word: string, status = "sending"): LiveEvent => ({
		kind: "campaign",
		campaignId: `cmp_${word}`,
		status,
	}),
	extension: (word: string): LiveEvent => ({
		kind: "extension",
		extensionId: `ext_${word}`,
		status: "active",
	}),
	number: (word: string): LiveEvent => ({ kind: "number", numberId: `num_${word}` }),
	contact: (word: string): LiveEvent => ({ kind: "contact", contactId: `con_${word}` }),
	settings: (_word: string): LiveEvent => ({ kind: "settings" }),
};
