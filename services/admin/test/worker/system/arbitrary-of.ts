import fc from "fast-check";
import type { JsonSchema } from "../openapi.ts";

const formats: Record<string, fc.Arbitrary<string>> = {
	email: fc.emailAddress(),
	"date-time": fc
		.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
		.map((at) => at.toISOString()),
	date: fc
		.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
		.map((at) => at.toISOString().slice(0, 10)),
};

/** Values for a JSON schema, as far as the API uses JSON Schema. */
export function arbitraryOf(schema: JsonSchema, schemas: Record<string, JsonSchema>): fc.Arbitrary<unknown> {
	const of = (part: JsonSchema) => arbitraryOf(part, schemas);
	const target = schema.$ref ? schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;
	if (!target) return fc.jsonValue();
	const choices = target.anyOf ?? target.oneOf;
	if (choices) return fc.oneof(...choices.map(of));
	if (target.allOf) return fc.tuple(...target.allOf.map(of)).map((parts) => Object.assign({}, ...parts));
	if (target.enum) return fc.constantFrom(...target.enum);
	const types = [target.type ?? "any"].flat();
	if (types.length > 1) return fc.oneof(...types.map((type) => of({ ...target, type })));
	return ofType(types[0], target, of);
}

/** Sometimes a completely different value, as from a client with a bug. */
export function spoilt(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	const wrong = fc.jsonValue({ maxDepth: 2 });
	const spoilOne = fc.tuple(valid, fc.nat(), wrong).map(([value, index, junk]) => {
		if (typeof value !== "object" || value === null) return junk;
		const names = Object.keys(value);
		const name = names[index % Math.max(1, names.length)] ?? "unknown";
		return { ...value, [name]: junk };
	});
	return fc.oneof(
		{ weight: 5, arbitrary: valid },
		{ weight: 3, arbitrary: spoilOne },
		{ weight: 1, arbitrary: wrong },
	);
}

function ofType(
	type: string | undefined,
	schema: JsonSchema,
	of: (part: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
	if (type === "null") return fc.constant(null);
	if (type === "boolean") return fc.boolean();
	const { minimum: min = -10, maximum: max = 1000 } = schema;
	if (type === "integer") return fc.integer({ min, max });
	if (type === "number") return fc.double({ min, max, noNaN: true });
	if (type === "array") return fc.array(of(schema.items ?? {}), { maxLength: 4 });
	if (type === "object") {
		const fields = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, of(part)]);
		return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
			requiredKeys: schema.required ?? [],
		});
	}
	if (type === "string") return ofText(schema);
	return fc.jsonValue();
}

function ofText({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
	const known = format === undefined ? undefined : formats[format];
	if (known) return known;
	if (pattern) return fc.stringMatching(new RegExp(pattern));
	const sizes = { minLength, maxLength: Math.min(maxLength, minLength + 40) };
	return fc.oneof(fc.string(sizes), fc.string({ ...sizes, unit: "binary" }));
}
