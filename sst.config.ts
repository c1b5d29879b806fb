/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  async app({ stage }) {
    const { isProd } = await import("./stacks/settings.ts");
    return {
      name: "midweek",
      home: "aws",
      removal: isProd(stage) ? "retain" : "remove",
      protect: isProd(stage),
      providers: { aws: { defaultTags: { tags: { product: "midweek", stage } } } },
    };
  },
  async run() {
    const { readDeploySettings } = await import("./stacks/settings.ts");
    const { layFoundation } = await import("./stacks/foundation.ts");
    const { makeFunctions, scheduleFunctions, subscribeFunctions } = await import("./stacks/compute.ts");
    const { makeApi, routeFunctions, watchApi } = await import("./stacks/web.ts");

    const settings = readDeploySettings($app.stage, process.env);
    const foundation = layFoundation(settings);
    const api = makeApi(settings);
    const functions = makeFunctions(settings, { foundation, publicUrl: api.url });
    subscribeFunctions(functions, foundation);
    scheduleFunctions(functions, foundation);
    routeFunctions(api, functions);
    watchApi(api, settings, foundation);
    return { publicUrl: api.url, tableName: foundation["TableName"] };
  },
});
