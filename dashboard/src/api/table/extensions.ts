import type { GreetingPinState } from "@cloudpbx/contracts/api/greeting-pin";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { CreateExtension, Extension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import type {
	AdoptedNumber,
	AvailableNumber,
	BuyNumber,
	LabelNumber,
	NumberTrouble,
	PhoneNumber,
} from "@cloudpbx/contracts/extensions/numbers";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

export type ExtensionsApi = {
	"/api/extensions": {
		$get: Endpoint<Page<Extension>, { query: PageInput & { status?: Extension["status"] } }>;
		$post: Endpoint<Extension, { json: CreateExtension }, 202>;
	};
	"/api/extensions/:id": {
		$get: Endpoint<Extension, ById>;
		$put: Endpoint<Extension, ById & { json: UpdateExtension }>;
		$delete: Endpoint<Extension, ById & { query: { release?: "true" | "false" } }>;
	};
	"/api/extensions/:id/greeting/pin": {
		$get: Endpoint<GreetingPinState, ById>;
		$put: Endpoint<GreetingPinState, ById & { json: { pin: string } }>;
		$delete: Endpoint<GreetingPinState, ById>;
	};
	"/api/extensions/:id/retry": { $post: Endpoint<Extension, ById, 202> };
	"/api/numbers": {
		$get: Endpoint<Page<PhoneNumber>, { query: PageInput }>;
		$post: Endpoint<PhoneNumber, { json: BuyNumber }, 201>;
	};
	"/api/numbers/available": {
		$get: Endpoint<
			Page<AvailableNumber>,
			{ query: { kind?: PhoneNumber["kind"]; areaCode?: string; contains?: string } }
		>;
	};
	/** Without `maxAgeSeconds` the carrier is asked now. */
	"/api/numbers/health": {
		$get: Endpoint<Page<NumberTrouble> & { checkedAt: string }, { query: { maxAgeSeconds?: string } }>;
	};
	"/api/numbers/adopt": { $post: Endpoint<AdoptedNumber, { json: { number: string } }, 201> };
	"/api/numbers/:id": {
		$put: Endpoint<PhoneNumber, ById & { json: LabelNumber }>;
		$delete: Endpoint<null, ById>;
	};
	"/api/numbers/:id/assign": {
		$post: Endpoint<PhoneNumber, ById & { json: { extensionId: string | null; version?: number } }>;
	};
	"/api/numbers/:id/repair": { $post: Endpoint<AdoptedNumber, ById> };
};
