// Kayan.Bot on Azure: App Service for Linux, Azure SQL, Key Vault, Log Analytics; the bot's registration when it is wanted.
//
//   az group create -n kayan-bot -l uaenorth
//   az deployment group create -g kayan-bot -f deploy/azure/main.bicep -p name=kayan publicHost=bot.example.org \
//     twilioAccountSid=AC… whatsAppFrom=+966… twilioAuthToken=… webChatSigningKey="$(openssl rand -base64 48)"
//   dotnet publish Kayan.Bot -c Release -o out && (cd out && zip -qr ../out.zip .)
//   az webapp deploy -g kayan-bot -n <output appName> --src-path out.zip --type zip
targetScope = 'resourceGroup'

@description('Begins every name; lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string

@description('Where everything runs. The association decides where the data of its people may be kept.')
param location string = resourceGroup().location

@description('The host that Twilio and the website reach the service by, without https://. Bound to the app afterwards.')
param publicHost string

@description('AC and 32 hex digits.')
param twilioAccountSid string

@description('The auth token of the account; two, separated by a comma, while one replaces another.')
@secure()
param twilioAuthToken string

@description('The WhatsApp sender, +966…')
param whatsAppFrom string

@description('The SMS sender; empty: none.')
param smsFrom string = ''

@description('Signs the tokens of the website chat: at least 32 characters.')
@minLength(32)
@secure()
param webChatSigningKey string

@description('Size of the plan: P0v3 and larger have always-on and a health check that replaces a node.')
param planSku string = 'P0v3'

@description('Registers the bot for channels of Azure Bot Service. Direct Line for the website is served by Kayan.Bot itself and needs no registration.')
param registerBot bool = false

var suffix = uniqueString(resourceGroup().id, name)
var appName = '${name}-bot-${suffix}'
var databaseName = 'kayan'
// Key Vault Secrets User
var secretsUserRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs-${suffix}'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${suffix}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource twilioSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'Twilio--AuthToken'
  properties: {
    value: twilioAuthToken
  }
}

resource signingSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'WebChat--SigningKey'
  properties: {
    value: webChatSigningKey
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUserRole)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUserRole
  }
}

// No password anywhere: the app's own identity is the administrator, and signs in.
resource sql 'Microsoft.Sql/servers@2023-08-01' = {
  name: '${name}-sql-${suffix}'
  location: location
  properties: {
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Enabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      azureADOnlyAuthentication: true
      login: identity.name
      sid: identity.properties.principalId
      tenantId: tenant().tenantId
      principalType: 'Application'
    }
  }
}

// App Service reaches the server from Azure's own addresses.
resource fromAzure 'Microsoft.Sql/servers/firewallRules@2023-08-01' = {
  parent: sql
  name: 'AllowAllWindowsAzureIps'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource database 'Microsoft.Sql/servers/databases@2023-08-01' = {
  parent: sql
  name: databaseName
  location: location
  sku: {
    name: 'S1'
    tier: 'Standard'
  }
  properties: {
    collation: 'Latin1_General_100_CI_AS_SC_UTF8'
    requestedBackupStorageRedundancy: 'Local'
  }
}

// Any moment of the last two weeks can be restored.
resource backups 'Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies@2023-08-01' = {
  parent: database
  name: 'default'
  properties: {
    retentionDays: 14
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: appName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // An open page of the console stays on its node.
    clientAffinityEnabled: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet Kayan.Bot.dll'
      alwaysOn: true
      webSocketsEnabled: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/health/ready'
      appSettings: [
        { name: 'ASPNETCORE_ENVIRONMENT', value: 'Production' }
        { name: 'ASPNETCORE_URLS', value: 'http://+:8080' }
        { name: 'WEBSITES_PORT', value: '8080' }
        { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
        { name: 'Storage__Provider', value: 'SqlServer' }
        {
          name: 'ConnectionStrings__Kayan'
          value: 'Server=tcp:${sql.properties.fullyQualifiedDomainName},1433;Database=${databaseName};Authentication=Active Directory Managed Identity;User Id=${identity.properties.clientId};Encrypt=True'
        }
        { name: 'Twilio__AccountSid', value: twilioAccountSid }
        { name: 'Twilio__AuthToken', value: '@Microsoft.KeyVault(SecretUri=${twilioSecret.properties.secretUri})' }
        { name: 'Twilio__PublicBaseUrl', value: 'https://${publicHost}' }
        { name: 'Twilio__WhatsAppFrom', value: whatsAppFrom }
        { name: 'Twilio__SmsFrom', value: smsFrom }
        { name: 'WebChat__SigningKey', value: '@Microsoft.KeyVault(SecretUri=${signingSecret.properties.secretUri})' }
        { name: 'WebChat__PublicBaseUrl', value: 'https://${publicHost}' }
      ]
    }
  }
  dependsOn: [
    readsSecrets
    database
    fromAzure
  ]
}

resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: app
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
    metrics: [
      { category: 'AllMetrics', enabled: true }
    ]
  }
}

resource vaultLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: vault
  properties: {
    workspaceId: logs.id
    logs: [
      { categoryGroup: 'audit', enabled: true }
    ]
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = if (registerBot) {
  name: '${name}-registration-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'جمعية كيان للأيتام'
    endpoint: 'https://${publicHost}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    msaAppType: 'UserAssignedMSI'
  }
}

output appName string = app.name
output appHost string = app.properties.defaultHostName
output vaultName string = vault.name
output twilioWebhook string = 'https://${publicHost}/twilio/messages#rc=3&rp=ct,rt,5xx'
