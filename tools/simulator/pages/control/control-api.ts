import type { AccountView, CallView, CompanyNumber, OnCall } from "./call-view.ts";
import type { MessageView, OnMessage, WholeMessageView } from "./message-view.ts";

const root = `${import.meta.env.BASE_URL}control`;

/** A refusal in the network's words. */
export class ControlError extends Error {
	readonly status: number;

	constructor(status: number, detail: string) {
		super(detail);
		this.status = status;
	}
}

export interface LeftMessage {
	seconds: number;
	transcript?: string;
	endWith: "#" | "hangup";
	audioBase64?: string;
	contentType?: string;
}

export interface ClockView {
	speed: number;
	/** Without the leases of pages. */
	lastingSpeed: number;
	networkSeconds: number;
}

export interface EmailView {
	sid: string;
	at: string;
	from: string;
	to: string[];
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
}

export const eventsUrl = `${root}/events`;

export const getAccount = () => send<AccountView>("GET", "/account");
export const listCalls = () => send<{ items: CallView[] }>("GET", "/calls");
export const getCall = (sid: string) => send<CallView>("GET", `/calls/${sid}`);
export const startCall = (from: string, to: string) => send<{ sid: string }>("POST", "/calls", { from, to });
export const sendDigits = (sid: string, digits: string) => send("POST", `/calls/${sid}/digits`, { digits });
export const sendSpeech = (sid: string, text: string) => send("POST", `/calls/${sid}/speech`, { text });
export const sendRecording = (sid: string, message: LeftMessage) =>
	send("POST", `/calls/${sid}/recording`, message);
export const answer = (sid: string) => send("POST", `/calls/${sid}/answer`);
export const reject = (sid: string) => send("POST", `/calls/${sid}/reject`);
export const hangUp = (sid: string) => send("POST", `/calls/${sid}/hangup`);
export const listMessages = (phone: string) =>
	send<{ items: MessageView[] }>("GET", `/phones/${encodeURIComponent(phone)}/messages`);
export const getMessage = (sid: string) => send<WholeMessageView>("GET", `/messages/${sid}`);
export const sendText = (text: { from: string; to: string; body: string; mediaUrls?: string[] }) =>
	send<{ sid: string }>("POST", "/messages", text);
export const listEmails = () => send<{ items: EmailView[] }>("GET", "/emails");
export const forgetEmails = () => send("DELETE", "/emails");
export const getClock = () => send<ClockView>("GET", "/clock");
export const setClock = (clock: { speed: number } | { advanceSeconds: number }) =>
	send("PUT", "/clock", clock);
/** Without a speed it renews the lease; zero seconds end it. */
export const leaseClock = (
	lease: { holder: string; speed?: number; forSeconds: number },
	options: RequestInit = {},
) => send("PUT", "/clock", lease, options);
export const reset = () => send("POST", "/reset");

export function setPhone(number: string, onCall: OnCall, answerAfterSeconds: number): Promise<unknown> {
	const behaviour = onCall === "answer" ? { onCall, answerAfterSeconds } : { onCall };
	return send("PUT", `/phones/${encodeURIComponent(number)}`, behaviour);
}

export function setTexting(number: string, onMessage: OnMessage, errorCode: number | null): Promise<unknown> {
	return send("PUT", `/phones/${encodeURIComponent(number)}`, { onMessage, errorCode });
}

/** From the account's names, or from the carrier's REST API. */
export async function listNumbers(account: AccountView): Promise<CompanyNumber[]> {
	if (account.numbers) return account.numbers;
	const response = await fetchRest(account, "IncomingPhoneNumbers.json?PageSize=100");
	const page = (await response.json()) as {
		incoming_phone_numbers: { phone_number: string; friendly_name: string }[];
	};
	return page.incoming_phone_numbers
		.map((one) => ({ phoneNumber: one.phone_number, friendlyName: one.friendly_name }))
		.reverse();
}

/** Fetched with the account's credentials, like by the company's system. */
export async function fetchRecording(account: AccountView, recordingSid: string): Promise<Blob> {
	return (await fetchRest(account, `Recordings/${recordingSid}.wav`)).blob();
}

export async function fetchMedia(account: AccountView, messageSid: string, sid: string): Promise<Blob> {
	return (await fetchRest(account, `Messages/${messageSid}/Media/${sid}`)).blob();
}

async function fetchRest(account: AccountView, path: string): Promise<Response> {
	const url = `${import.meta.env.BASE_URL}2010-04-01/Accounts/${account.accountSid}/${path}`;
	const authorization = `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}`;
	const response = await fetch(url, { headers: { authorization } });
	if (!response.ok)
		throw new ControlError(response.status, `The network answers ${response.status} for ${path}.`);
	return response;
}

async function send<T>(method: string, path: string, body?: unknown, options: RequestInit = {}): Promise<T> {
	const request: RequestInit = { ...options, method };
	if (body !== undefined) {
		request.body = JSON.stringify(body);
		request.headers = { "content-type": "application/json" };
	}
	const response = await fetch(root + path, request);
	const text = await response.text();
	const json = readJson(text);
	if (!response.ok) throw new ControlError(response.status, readProblem(json) ?? `HTTP ${response.status}`);
	return json as T;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function readProblem(json: unknown): string | null {
	if (typeof json !== "object" || json === null) return null;
	const { detail, title } = json as { detail?: unknown; title?: unknown };
	if (typeof detail === "string") return detail;
	return typeof title === "string" ? title : null;
}
