import type V2010 from "twilio/lib/rest/api/V2010.js";
import type { CarrierAccount } from "../fetch-recording.ts";
import {
	type CarrierOptions,
	type CarrierRequest,
	defaultCarrierOptions,
	requestCarrier,
} from "./request-carrier.ts";

/** The carrier's REST API. `version` is what the official resource classes are built on. */
export interface Carrier {
	version: V2010;
	accountSid: string;
	/** A request to a product with a host of its own; `path` begins with the version. Throws only CarrierFailure. */
	ask(product: CarrierProduct, request: CarrierRequest): Promise<unknown>;
}

export type CarrierProduct = "messaging" | "monitor" | "studio";

/** Opens no connection. The account's credentials stay inside. */
export function openCarrier(account: CarrierAccount, options: Partial<CarrierOptions> = {}): Carrier {
	const allOptions = { ...defaultCarrierOptions, ...options };
	const version = new FetchVersion(account, allOptions);
	// The SDK's own V2010 brings its HTTP client and every resource (420 KB); its resource classes use this much of it.
	return {
		version: version as unknown as V2010,
		accountSid: account.accountSid,
		ask: (product, request) =>
			requestCarrier({ ...account, apiUrl: productUrl(account.apiUrl, product) }, allOptions, request),
	};
}

/** At Twilio each product has a host, beside that of the API (api.twilio.com, api.dublin.ie1.twilio.com); elsewhere all share one. */
function productUrl(apiUrl: string, product: CarrierProduct): string {
	return apiUrl.replace(/^https:\/\/api\.((?:[\w-]+\.)*twilio\.com)(?=[/:]|$)/, `https://${product}.$1`);
}

/** What a resource class of the official package asks of its version. */
interface Operation {
	uri: string;
	method: "get" | "post" | "delete";
	params?: Record<string, unknown>;
	data?: Record<string, unknown>;
}

interface Page {
	instances: unknown[];
	nextPage(): Promise<Page> | undefined;
}

/** More pages than any company has; a page that names itself as the next must not be read forever. */
const pagesMax = 200;

const apiVersion = "/2010-04-01";

class FetchVersion {
	/** Where a page of the official package looks for the next one. */
	readonly _domain: {
		absoluteUrl: (path: string) => string;
		twilio: { request: (operation: Operation) => Promise<{ statusCode: number; body: unknown }> };
	};
	readonly #account: CarrierAccount;
	readonly #options: CarrierOptions;

	constructor(account: CarrierAccount, options: CarrierOptions) {
		this.#account = account;
		this.#options = options;
		this._domain = {
			absoluteUrl: (path) => path,
			twilio: { request: ({ uri, method }) => this.#page({ path: uri, method }) },
		};
	}

	create(operation: Operation) {
		return this.#request(operation);
	}

	fetch(operation: Operation) {
		return this.#request(operation);
	}

	update(operation: Operation) {
		return this.#request(operation);
	}

	async remove(operation: Operation) {
		await this.#request(operation);
		return true;
	}

	page({ uri, method, params }: Operation) {
		return this.#page({ path: `${apiVersion}${uri}`, method, query: params });
	}

	/** Resource classes take this method over, so that `this` is the resource. */
	async list(this: { page(params: object): Promise<Page> }, params: object = {}): Promise<unknown[]> {
		const instances: unknown[] = [];
		let page: Page | undefined = await this.page(params);
		for (let count = 1; page && count <= pagesMax; count++) {
			instances.push(...page.instances);
			page = await page.nextPage();
		}
		return instances;
	}

	setPromiseCallback<Value>(operation: Promise<Value>): Promise<Value> {
		return operation;
	}

	#request({ uri, method, params, data }: Operation): Promise<unknown> {
		const path = `${apiVersion}${uri}`;
		return requestCarrier(this.#account, this.#options, { path, method, query: params, form: data });
	}

	async #page(request: { path: string; method: Operation["method"]; query?: Record<string, unknown> }) {
		return { statusCode: 200, body: await requestCarrier(this.#account, this.#options, request) };
	}
}
