import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";

export function createRestBinding(accountId: string, apiToken: string): AiBinding {
	return {
		async run(model, inputs, options) {
			const response = await fetch(
				`https://api.cloudflare.com/client/v4/accounts/${accountId}/ai/run/${model}`,
				{
					method: "POST",
					headers: { authorization: `Bearer ${apiToken}`, "content-type": "application/json" },
					body: JSON.stringify(inputs),
					...(options?.signal && { signal: options.signal }),
				},
			);
			const body = (await response.json()) as {
				result?: unknown;
				errors?: { code: number; message: string }[];
			};
			const [error] = body.errors ?? [];
			if (!response.ok) throw new Error(`${error?.code ?? response.status}: ${error?.message ?? "no words"}`);
			return body.result;
		},
	};
}
