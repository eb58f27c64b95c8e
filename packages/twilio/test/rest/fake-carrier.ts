import { vi } from "vitest";
import { openCarrier } from "../../src/rest/open-carrier.ts";

export const account = {
	apiUrl: "https://carrier.example.com/base/",
	accountSid: `AC${"0".repeat(32)}`,
	authToken: "12345",
};

/** One answer of the carrier: what it says, or how it fails to. */
export type Answer = { status: number; body?: unknown; text?: string } | "hangs up";

export interface Asked {
	method: string;
	/** Path and query below the account. */
	path: string;
	form: Record<string, string>;
	authorization: string | null;
}

/** Answers one after another, the last one for ever. Tells what was asked and how long was waited. */
export function fakeCarrier(...answers: Answer[]) {
	const asked: Asked[] = [];
	const waits: number[] = [];
	vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
		const prefix = `${account.apiUrl}2010-04-01/Accounts/${account.accountSid}`;
		if (!url.startsWith(prefix)) throw new Error(`A request left for another address: ${url}`);
		asked.push({
			method: init.method ?? "GET",
			path: url.slice(prefix.length),
			form: Object.fromEntries(new URLSearchParams(init.body as URLSearchParams)),
			authorization: new Headers(init.headers).get("authorization"),
		});
		const answer = answers.length > 1 ? answers.shift() : answers[0];
		if (!answer || answer === "hangs up") throw new TypeError("Network connection lost.");
		const text = answer.text ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
		return new Response(answer.status === 204 ? null : text, { status: answer.status });
	});
	const carrier = openCarrier(account, {
		sleep: async (milliseconds) => void waits.push(milliseconds),
		random: () => 0.5,
	});
	return { carrier, asked, waits };
}

export function errorBody(status: number, code: number) {
	return {
		status,
		body: {
			code,
			message: "+15005550000 is not available",
			more_info: "https://www.twilio.com/docs/errors",
			status,
		},
	};
}

export const numberSid = `PN${"a".repeat(32)}`;

export function numberBody(overrides: Record<string, unknown> = {}) {
	return {
		sid: numberSid,
		phone_number: "+12125550100",
		friendly_name: "CloudPBX 104 (ext_1)",
		voice_url: "https://pbx.example.com/ivr/inbound",
		voice_fallback_url: "https://pbx.example.com/ivr/fallback",
		status_callback: "https://pbx.example.com/ivr/status",
		sms_url: "https://texts.example.com/sms/inbound",
		voice_application_sid: "",
		sms_application_sid: "",
		trunk_sid: null,
		...overrides,
	};
}

export function pageBody(key: string, items: unknown[], nextPageUri: string | null = null) {
	return {
		[key]: items,
		end: 0,
		first_page_uri: "",
		next_page_uri: nextPageUri,
		page: 0,
		page_size: 1000,
		start: 0,
		uri: "",
	};
}
