<#list dependencyMap as dependency>
<#assign artifact = dependency.getKey()/>
${artifact.groupId}:${artifact.artifactId}:${artifact.version}  <#list dependency.getValue() as license>${license}<#sep> or </#list>
</#list>
