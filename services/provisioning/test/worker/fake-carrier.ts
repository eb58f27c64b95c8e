import { vi } from "vitest";
import { FakeRegistry } from "./fake-registry.ts";

/** `after`: it was carried out, and the answer is lost. */
export type Fault =
	| "lost before"
	| "lost after"
	| "500 before"
	| "500 after"
	| "429"
	| { status: number; code: number };

interface Rented {
	sid: string;
	phone_number: string;
	friendly_name: string;
	voice_url: string;
	voice_fallback_url: string;
	status_callback: string;
	sms_url: string;
	voice_method: string;
	voice_fallback_method: string;
	status_callback_method: string;
	sms_method: string;
	voice_application_sid: string;
	capabilities: { voice: boolean; sms: boolean; mms: boolean };
}

/** Answers as documented, as far as numbers go, and can fail at every request. */
export class FakeCarrier {
	available: string[] = [];
	rented: Rented[] = [];
	usage: { price: string; price_unit: string }[] = [];
	registry = new FakeRegistry();
	requests: string[] = [];
	/** `index` counts from 0. */
	fault: (request: string, index: number) => Fault | null = () => null;
	meanwhile: (request: string) => void = () => undefined;
	forgetsWebhooks = false;
	/** Wraps the carrying out of each request. */
	around: (carryOut: () => Promise<Response>) => Promise<Response> = (carryOut) => carryOut();
	#sids = 0;

	install(): this {
		vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
			this.around(() => this.#answer(new URL(url), init)),
		);
		return this;
	}

	rent(number: string, details: Partial<Rented> = {}): Rented {
		this.available = this.available.filter((other) => other !== number);
		const rented = {
			sid: `PN${(++this.#sids).toString(16).padStart(32, "0")}`,
			phone_number: number,
			friendly_name: number,
			voice_url: "",
			voice_fallback_url: "",
			status_callback: "",
			sms_url: "",
			voice_method: "POST",
			voice_fallback_method: "POST",
			status_callback_method: "POST",
			sms_method: "POST",
			voice_application_sid: "",
			capabilities: { voice: true, sms: true, mms: true },
			...details,
		};
		this.rented.push(rented);
		return rented;
	}

	async #answer(url: URL, init: RequestInit): Promise<Response> {
		if (url.pathname.startsWith("/v1/")) return this.registry.answer(url, init);
		const resource = url.pathname.replace(/^\/2010-04-01\/Accounts\/AC0{32}/, "").replace(/\.json$/, "");
		if (url.host !== "carrier.example.com" || resource === url.pathname)
			throw new Error(`Strange request: ${url}`);
		const request = `${init.method} ${resource.replace(/\/PN.*/, "/PN")}`;
		const fault = this.fault(request, this.requests.length);
		this.requests.push(request);
		if (fault === "lost before") throw new TypeError("Network connection lost.");
		if (fault === "500 before") return errorOf(500, 20500);
		if (fault === "429") return errorOf(429, 20429);
		if (typeof fault === "object" && fault) return errorOf(fault.status, fault.code);
		this.meanwhile(request);
		const form = Object.fromEntries(new URLSearchParams(init.body as URLSearchParams));
		const response = this.#carryOut(`${init.method}`, resource, url.searchParams, form);
		if (fault === "lost after") throw new TypeError("Network connection lost.");
		if (fault === "500 after") return errorOf(500, 20500);
		return response;
	}

	#carryOut(
		method: string,
		resource: string,
		query: URLSearchParams,
		form: Record<string, string>,
	): Response {
		if (resource === "") return Response.json({ type: "Full", status: "active" });
		if (resource.startsWith("/Usage")) return Response.json({ usage_records: this.usage });
		const search = /^\/AvailablePhoneNumbers\/US\/(Local|TollFree)$/.exec(resource);
		if (search) return this.#search(search[1] === "TollFree", query);
		const [, , sid] = resource.split("/");
		if (sid) return this.#oneNumber(method, sid, form);
		if (method === "POST") return this.#buy(form);
		const wanted = query.get("PhoneNumber");
		const found = this.rented.filter((number) => !wanted || number.phone_number.includes(wanted));
		return Response.json({ incoming_phone_numbers: found, next_page_uri: null });
	}

	#search(isTollFree: boolean, query: URLSearchParams): Response {
		const prefix = `+1${query.get("AreaCode") ?? ""}`;
		const found = this.available
			.filter((number) => number.startsWith(prefix) && /^\+18(00|33|88)/.test(number) === isTollFree)
			.slice(0, Number(query.get("PageSize")))
			.map((number) => ({ phone_number: number, locality: "New York", region: "NY" }));
		return Response.json({ available_phone_numbers: found, next_page_uri: null });
	}

	#buy(form: Record<string, string>): Response {
		const number = form.PhoneNumber ?? "";
		if (!this.available.includes(number)) return errorOf(400, 21422);
		if ((form.FriendlyName ?? "").length > 64) return errorOf(400, 21000);
		const details = this.forgetsWebhooks ? { friendly_name: form.FriendlyName } : detailsOf(form);
		return Response.json(this.rent(number, details), { status: 201 });
	}

	#oneNumber(method: string, sid: string, form: Record<string, string>): Response {
		const number = this.rented.find((rented) => rented.sid === sid);
		if (!number) return errorOf(404, 20404);
		if (method === "DELETE") {
			this.rented = this.rented.filter((rented) => rented !== number);
			return new Response(null, { status: 204 });
		}
		Object.assign(number, detailsOf(form));
		return Response.json(number);
	}
}

function detailsOf(form: Record<string, string>): Partial<Rented> {
	const names = {
		FriendlyName: "friendly_name",
		VoiceUrl: "voice_url",
		VoiceFallbackUrl: "voice_fallback_url",
		StatusCallback: "status_callback",
		SmsUrl: "sms_url",
		VoiceMethod: "voice_method",
		VoiceFallbackMethod: "voice_fallback_method",
		StatusCallbackMethod: "status_callback_method",
		SmsMethod: "sms_method",
		VoiceApplicationSid: "voice_application_sid",
	};
	return Object.fromEntries(
		Object.entries(names).flatMap(([param, name]) =>
			form[param] === undefined ? [] : [[name, form[param]]],
		),
	);
}

function errorOf(status: number, code: number): Response {
	return Response.json({ code, message: "refused", more_info: "", status }, { status });
}
