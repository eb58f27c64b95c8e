import { createHmac, randomBytes } from "node:crypto";

/** A webhook; each request is of another call or text. */
export interface Target {
	name: string;
	path: string;
	/** The target whose throughput is 100 %. */
	baseline: string | null;
	makeParams: (index: number) => Record<string, string>;
}

/** Most texts belong to an existing conversation. */
const contacts = 500;

const mainLine = "+18005550100";

export const targets: readonly Target[] = [
	{ name: "minimal", path: "/minimal/inbound", baseline: null, makeParams: makeCall },
	{ name: "voice /ivr/inbound", path: "/ivr/inbound", baseline: "minimal", makeParams: makeCall },
	{ name: "messaging /sms/inbound", path: "/sms/inbound", baseline: "minimal", makeParams: makeText },
];

export interface SignedRequest {
	path: string;
	signature: string;
	body: string;
}

/** As Twilio sends it: a form, signed over the public address. */
export function signRequest(
	{ path, makeParams }: Target,
	index: number,
	account: { publicUrl: string; authToken: string },
): SignedRequest {
	const params = makeParams(index);
	const signed = Object.keys(params)
		.sort()
		.map((name) => `${name}${params[name]}`)
		.join("");
	const signature = createHmac("sha1", account.authToken)
		.update(`${account.publicUrl}${path}${signed}`)
		.digest("base64");
	return { path, signature, body: new URLSearchParams(params).toString() };
}

function makeCall(index: number): Record<string, string> {
	return {
		...place(index),
		CallSid: `CA${randomBytes(16).toString("hex")}`,
		CallStatus: "ringing",
		Direction: "inbound",
		CallerName: "",
	};
}

function makeText(index: number): Record<string, string> {
	const sid = `SM${randomBytes(16).toString("hex")}`;
	return {
		...place(index),
		MessageSid: sid,
		SmsMessageSid: sid,
		SmsSid: sid,
		SmsStatus: "received",
		NumMedia: "0",
		NumSegments: "1",
		Body: "Hello, are you open tomorrow? My machine leaks.",
	};
}

function place(index: number): Record<string, string> {
	return {
		AccountSid: `AC${"0".repeat(32)}`,
		ApiVersion: "2010-04-01",
		From: `+1415555${String(1000 + (index % contacts)).padStart(4, "0")}`,
		FromCity: "SAN FRANCISCO",
		FromState: "CA",
		FromZip: "94105",
		FromCountry: "US",
		To: mainLine,
		ToCity: "",
		ToState: "",
		ToZip: "",
		ToCountry: "US",
	};
}
