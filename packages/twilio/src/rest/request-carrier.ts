import { basicAuthorization } from "../basic-authorization.ts";
import type { CarrierAccount } from "../carrier-account.ts";
import { CarrierFailure, nameProblem, unknownOutcome } from "./carrier-result.ts";

export interface CarrierRequest {
	method: "get" | "post" | "delete";
	/** Below the API's address, beginning with the version: `/2010-04-01/Accounts/…`. */
	path: string;
	query?: Record<string, unknown>;
	form?: Record<string, unknown>;
}

/** What a test replaces. */
export interface CarrierOptions {
	sleep: (milliseconds: number) => Promise<void>;
	/** 0 to 1. */
	random: () => number;
	timeoutMilliseconds: number;
}

export const defaultCarrierOptions: CarrierOptions = {
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
	random: Math.random,
	// Twilio itself gives an API request 15 s at its edge; whoever waits here is asked again by a Workflow or a person.
	timeoutMilliseconds: 15_000,
};

/** A request refused for its rate was never processed (twilio.com/docs/api/errors/20429): it is repeated here. */
const triesMax = 4;
const firstWaitMilliseconds = 500;

/** One request; the body of a success as JSON, null when it has none. Throws only CarrierFailure. */
export async function requestCarrier(
	account: CarrierAccount,
	options: CarrierOptions,
	request: CarrierRequest,
): Promise<unknown> {
	for (let attempt = 1; ; attempt++) {
		const response = await send(account, options, request);
		if (response.ok) return response.body;
		const problem = nameProblem(response.status, readCode(response.body));
		const isLast = attempt === triesMax || isText(request);
		if (problem.kind !== "rate_limited" || isLast) throw new CarrierFailure(problem);
		// Jitter over the whole wait: requests that were refused together shall not come back together.
		await options.sleep(firstWaitMilliseconds * 2 ** (attempt - 1) * (0.5 + options.random()));
	}
}

/** A text has its moment: whoever sends it looks once more, whether somebody said no meanwhile, before it is tried again. */
function isText({ method, path }: CarrierRequest): boolean {
	return method === "post" && path.endsWith("/Messages.json");
}

interface Answer {
	ok: boolean;
	status: number;
	body: unknown;
}

async function send(
	account: CarrierAccount,
	options: CarrierOptions,
	request: CarrierRequest,
): Promise<Answer> {
	const query = toParams(request.query);
	try {
		const response = await fetch(
			`${account.apiUrl.replace(/\/+$/, "")}${request.path}${query ? `?${query}` : ""}`,
			{
				method: request.method.toUpperCase(),
				headers: {
					accept: "application/json",
					authorization: basicAuthorization(account),
				},
				body: request.method === "post" ? toParams(request.form) : undefined,
				// The credentials go to the configured host and to no other.
				redirect: "manual",
				signal: AbortSignal.timeout(options.timeoutMilliseconds),
			},
		);
		const text = await response.text();
		const body: unknown = text === "" ? null : readJson(text, response.ok);
		return { ok: response.ok, status: response.status, body };
	} catch (error) {
		throw error instanceof CarrierFailure ? error : new CarrierFailure(unknownOutcome);
	}
}

/** A success that is no JSON says nothing; a failure is named by its status. */
function readJson(text: string, isOk: boolean): unknown {
	try {
		return JSON.parse(text);
	} catch {
		if (isOk) throw new CarrierFailure(unknownOutcome);
		return null;
	}
}

function readCode(body: unknown): number | null {
	const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
	return typeof code === "number" ? code : null;
}

function toParams(values: Record<string, unknown> = {}): URLSearchParams | undefined {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(values)) {
		if (value !== undefined) params.append(name, String(value));
	}
	return params.size > 0 ? params : undefined;
}
