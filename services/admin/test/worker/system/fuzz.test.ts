import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { callApi, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";
import { type ApiDescription, type JsonSchema, loadDescription, type Operation } from "../openapi.ts";
import { arbitraryOf, spoilt } from "./arbitrary-of.ts";

/** Fixed seed, so that a failure is reproducible. */
const seed = 20_261_122;
const runsOfOperation = 60;
const runsWithPassword = 6;

const knownIds = [
	"whk_1",
	"evt_1",
	"call_1",
	"whk_1",
	"evt_1",
	"vm_101",
	"vm_102",
	"ext_101",
	"ext_failed",
	"num_main",
	"num_101",
	"num_stray",
	"usr_other",
	"msg_1",
	"conv_1",
	"media_picture",
	"+14155550199",
	"+14155550177",
];

const campaignIds = ["cmp_draft", "cmp_scheduled", "cmp_sending", "cmp_paused", "cmp_completed", "cmp_big"];

let api: ApiDescription;
let key: string;
let cookie: string;

beforeAll(async () => {
	await foundCompany();
	api = await loadDescription();
	key = await giveKey();
	await giveUser({ email: "owner@acme.example" });
	await giveUser({ id: "usr_other", email: "other@acme.example" });
});

it("answers thousands of sensible and senseless requests as it says, and never with 5xx", async () => {
	const counts: Record<string, Record<string, number>> = {};
	let requests = 0;
	for (const operation of api.operations) {
		const name = `${operation.method} ${operation.path} ${operation.bodyType}`;
		// The previous operation may have ended the session.
		if (operation.access === "person") cookie = await signIn("owner@acme.example");
		const seen: Record<string, number> = {};
		counts[name] = seen;
		const hasPassword = JSON.stringify(operation.body ?? {}).includes("assword");
		await fc.assert(
			fc.asyncProperty(requestsOf(operation), async (request) => {
				const response = await callApi(request.path, request.options);
				requests += 1;
				seen[response.status] = (seen[response.status] ?? 0) + 1;
				await checkAnswer(operation, response);
			}),
			{ seed, numRuns: hasPassword ? runsWithPassword : runsOfOperation, endOnFailure: true },
		);
	}
	expect(requests).toBeGreaterThan(2000);
	for (const [name, seen] of Object.entries(counts)) {
		const isOpened = Object.keys(seen).some((status) => status !== "401" && status !== "403");
		expect(isOpened || /setup\/claim|sign-in/.test(name), name).toBe(true);
	}
}, 240_000);

interface FuzzRequest {
	path: string;
	options: { method: string; key?: string; cookie?: string; body?: unknown; headers: Record<string, string> };
}

function requestsOf(operation: Operation): fc.Arbitrary<FuzzRequest> {
	const { method, path, parameters, body, bodyType, access } = operation;
	const known = path.startsWith("/api/campaigns/") ? campaignIds : knownIds;
	const id = fc.oneof(fc.constantFrom(...known), fc.string({ minLength: 1, maxLength: 120 }));
	const query = fc.record(
		Object.fromEntries(
			parameters
				.filter((parameter) => parameter.in === "query")
				.map(({ name, schema }) => [
					name,
					fc.oneof({ weight: 4, arbitrary: arbitraryOf(schema, api.schemas) }, fc.string()),
				]),
		) as Record<string, fc.Arbitrary<unknown>>,
		{ requiredKeys: [] },
	);
	const headers = fc.record(
		{
			accept: fc.constantFrom("text/csv", "application/json", "*/*", "text/html;q=x", ""),
			range: fc.constantFrom("bytes=0-", "bytes=-1", "bytes=5-4", "x"),
			"if-none-match": fc.constantFrom("*", '"x"', "x"),
		},
		{ requiredKeys: [] },
	);
	const sent =
		body === null
			? fc.constant(undefined)
			: bodyType === "text/csv"
				? tables
				: spoilt(arbitraryOf(body, api.schemas));
	const type: Record<string, string> = body === null ? {} : { "content-type": bodyType };
	const credentials = access === "person" ? { cookie } : { key };
	const places = fc.array(id, { minLength: 2, maxLength: 2 });
	return fc.tuple(places, query, headers, sent).map(([chosen, search, extra, payload]) => ({
		path: fillIn(path, chosen) + toSearch(search),
		options: { method, ...credentials, headers: { ...type, ...extra }, body: payload },
	}));
}

const tables = fc
	.array(
		fc.array(
			fc.constantFrom("number", "reason", "+14155550177", '"a ""b""', "x", '"', "\n", "__proto__", "State"),
			{
				maxLength: 4,
			},
		),
	)
	.map((rows) => rows.map((cells) => cells.join(",")).join("\r\n"));

function fillIn(path: string, chosen: string[]): string {
	let next = 0;
	return path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(chosen[next++] ?? "")));
}

function toSearch(query: Record<string, unknown>): string {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) params.set(name, wellFormed(String(value)));
	return params.size === 0 ? "" : `?${params}`;
}

function wellFormed(text: string): string {
	// "." and ".." are resolved before a request is sent.
	return /^\.{1,2}$/.test(text) ? "dots" : text.toWellFormed();
}

async function checkAnswer(operation: Operation, response: Response): Promise<void> {
	const isSound = /^(audio|image)\//.test(response.headers.get("content-type") ?? "");
	const text = isSound ? `${(await response.arrayBuffer()).byteLength} bytes` : await response.text();
	const where = `${operation.method} ${operation.path} → ${response.status} ${text.slice(0, 500)}`;
	expect(response.status, where).toBeLessThan(500);
	const { responses } = operation;
	const declared = responses[response.status] ?? responses[`${Math.floor(response.status / 100)}XX`];
	expect(declared, `${where}: not declared`).toBeDefined();
	const sentAs = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
	if (!declared?.content) {
		expect(text, `${where}: declared without a body`).toBe("");
		return;
	}
	const type = "*/*" in declared.content ? "*/*" : sentAs;
	expect(Object.keys(declared.content), where).toContain(type);
	const schema = declared.content[type]?.schema;
	if (schema && type.endsWith("json")) {
		const { valid, errors } = validatorOf(schema).validate(JSON.parse(text));
		expect(errors, where).toEqual([]);
		expect(valid, where).toBe(true);
	}
}

const validators = new WeakMap<JsonSchema, Validator>();

function validatorOf(schema: JsonSchema): Validator {
	const known = validators.get(schema);
	if (known) return known;
	const whole = { ...schema, components: { schemas: api.schemas } };
	const validator = new Validator(whole as ConstructorParameters<typeof Validator>[0], "2020-12", false);
	validators.set(schema, validator);
	return validator;
}
