import type { ApiTable } from "@cloudpbx/dashboard/api-table";
import type { ExtractSchema } from "hono/types";
import type { AdminApi } from "../src/http.ts";

/** Type check of the dashboard's client against the API (docs/decisions/0015-dashboard.md). */
type Api = ExtractSchema<AdminApi>;

type Mismatches = {
	[Path in keyof ApiTable & string]: Path extends keyof Api
		? {
				[Method in keyof ApiTable[Path] & string]: Method extends keyof Api[Path]
					? Compare<`${Method} ${Path}`, Cast<ApiTable[Path][Method]>, Cast<Api[Path][Method]>>
					: `${Method} ${Path} is not in the API`;
			}[keyof ApiTable[Path] & string]
		: `${Path} is not in the API`;
}[keyof ApiTable & string];

type Cast<Type> = Type extends Endpoint ? Type : never;

type Compare<
	Name extends string,
	Expected extends Endpoint,
	Real extends Endpoint,
> = Expected["input"] extends Real["input"]
	? Expected["output"] extends null
		? never
		: [AnswerOf<Real, Expected["status"]>] extends [Expected["output"]]
			? never
			: `${Name} answers otherwise`
	: `${Name} takes something else`;

/** Lists answer CSV as well, which is text. */
type AnswerOf<Real extends Endpoint, Status> = Exclude<Extract<Real, { status: Status }>["output"], string>;

interface Endpoint {
	input: unknown;
	output: unknown;
	status: number;
}

/** Large bodies without a schema. */
type ReadByHand =
	| "$post /api/campaigns takes something else"
	| "$post /api/campaigns/preview takes something else"
	| "$put /api/campaigns/:id/recipients takes something else";

export const mismatches: Record<Exclude<Mismatches, ReadByHand>, never> = {};
