import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { basicAuthorization } from "../basic-authorization.ts";
import type { CarrierAccount } from "../carrier-account.ts";
import { CarrierFailure, nameProblem, unknownOutcome } from "./carrier-result.ts";

export interface CarrierRequest {
	method: "get" | "post" | "delete";
	/** Below `apiUrl`, beginning with the version: `/2010-04-01/Accounts/…`. */
	path: string;
	query?: Record<string, unknown>;
	form?: Record<string, unknown>;
}

export interface CarrierOptions {
	sleep: (milliseconds: number) => Promise<void>;
	random: () => number;
	timeoutMilliseconds: number;
}

export const defaultCarrierOptions: CarrierOptions = {
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
	random: Math.random,
	// Twilio's own limit of a request; callers are repeated by a Workflow or a person.
	timeoutMilliseconds: 15_000,
};

/** A request refused for its rate was not processed (twilio.com/docs/api/errors/20429), so it is repeated. */
const triesMax = 4;
const firstWaitMilliseconds = 500;

/** Returns the JSON of a success, or null without a body. Throws only CarrierFailure. */
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
		// Jitter keeps requests that were refused together apart.
		await options.sleep(firstWaitMilliseconds * 2 ** (attempt - 1) * (0.5 + options.random()));
	}
}

/** A text is not repeated here: its sender checks for an opt-out first. */
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
			`${trimEndSlashes(account.apiUrl)}${request.path}${query ? `?${query}` : ""}`,
			{
				method: request.method.toUpperCase(),
				headers: {
					accept: "application/json",
					authorization: basicAuthorization(account),
				},
				body: request.method === "post" ? toParams(request.form) : undefined,
				// Other hosts get no credentials.
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

/** A success without JSON is an unknown outcome. */
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
