interface FakeService {
	sid: string;
	friendly_name: string;
	use_inbound_webhook_on_number: boolean;
	inbound_request_url: string | null;
	inbound_method: string;
	numbers: string[];
	campaign: string | null;
}

export class FakeRegistry {
	services: FakeService[] = [];
	verifications = new Map<string, string>();
	brand: { status: string; failure_reason: string | null } | null = {
		status: "APPROVED",
		failure_reason: null,
	};
	alerts: string[] = [];
	broken: RegExp = /^$/;
	writes: string[] = [];

	addService(service: Partial<FakeService>): FakeService {
		const sid = `MG${(this.services.length + 1).toString(16).padStart(32, "0")}`;
		const whole = {
			sid,
			friendly_name: "Sales",
			use_inbound_webhook_on_number: false,
			inbound_request_url: null,
			inbound_method: "POST",
			numbers: [],
			campaign: "VERIFIED",
			...service,
		};
		this.services.push(whole);
		return whole;
	}

	answer({ pathname }: URL, init: RequestInit): Response {
		if (this.broken.test(pathname)) return Response.json({ code: 20500 }, { status: 500 });
		const [, , product, sid, part] = pathname.split("/");
		if (product === "Services" && init.method === "POST") return this.#update(pathname, init);
		if (product === "Services" && part === "PhoneNumbers") {
			const { numbers = [] } = this.#find(sid) ?? {};
			return page(
				"phone_numbers",
				numbers.map((phone_number) => ({ phone_number })),
			);
		}
		if (product === "Services" && part === "Compliance") {
			const status = this.#find(sid)?.campaign;
			return page("compliance", status ? [{ campaign_status: status, brand_registration_sid: "BN1" }] : []);
		}
		if (product === "Services") return page("services", this.services);
		if (product === "a2p") return page("data", this.brand ? [{ sid: "BN1", ...this.brand }] : []);
		if (product === "Tollfree") {
			const all = [...this.verifications].map(([tollfree_phone_number_sid, status]) => ({
				tollfree_phone_number_sid,
				status,
			}));
			return page("verifications", all);
		}
		return page(
			"alerts",
			this.alerts.map((error_code) => ({ error_code })),
		);
	}

	#update(pathname: string, init: RequestInit): Response {
		this.writes.push(`POST ${pathname}`);
		const service = this.#find(pathname.split("/")[3]);
		if (!service) return Response.json({ code: 20404 }, { status: 404 });
		const form = new URLSearchParams(init.body as URLSearchParams);
		service.use_inbound_webhook_on_number = form.get("UseInboundWebhookOnNumber") === "true";
		return Response.json(service);
	}

	#find(sid: string | undefined): FakeService | undefined {
		return this.services.find((service) => service.sid === sid);
	}
}

function page(key: string, items: unknown[]): Response {
	return Response.json({ [key]: items, meta: { key, next_page_url: null } });
}
