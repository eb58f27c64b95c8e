import type { Key } from "@cloudpbx/contracts/api/keys";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { listAll } from "../../../api/list-all.ts";
import type { Resource } from "../../../api/resource.ts";

export const keys: Resource<Key[]> = {
	key: "keys",
	load: (signal) => listAll((query) => ask(() => api.keys.$get({ query }, until(signal)))),
};
