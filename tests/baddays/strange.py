# ruff: noqa: E501 (markup reads better unbroken)
"""Pages that are none of the site's: of firewalls, gateways, CDNs, servers without their application."""

from __future__ import annotations

HEAD = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>{}</title></head><body>'
END = "</body></html>"
WALLS: dict[str, str] = {
    "网站防火墙（狗）": HEAD.format("网站防火墙")
    + '<div class="u-box"><h3>网站防火墙</h3><p>您的请求带有不合法的参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含'
    "危险的攻击请求</p><p>如何解决：检查提交内容；如网站托管，请联系空间提供商；普通网站访客，请联系网站管理员；</p></div>"
    + END,
    "云锁": HEAD.format("拦截提示")
    + '<div style="text-align:center"><img src="data:image/png;base64,AAAA"><h1>当前访问疑似黑客攻击，已被网站管理员设置为拦截</h1>'
    "<p>如果您是网站管理员，请登录云锁控制台查看详情</p><p>时间：{time}　您的IP：198.51.100.7</p></div>" + END,
    "challenge": "<script>var _0x3f1a=['\\x63\\x6f\\x6f\\x6b\\x69\\x65','\\x72\\x65\\x6c\\x6f\\x61\\x64'];"
    "document[_0x3f1a[0]]='__jsl_clearance_s={time}|0|%2Fz8%3D;path=/';setTimeout(function(){{location[_0x3f1a[1]]()}},1500);"
    "</script>",
    "云盾": HEAD.format("405")
    + '<div id="block_message"><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p><p>您的请求ID是：'
    "<strong>7b3a{time}c0e1</strong></p></div>" + END,
    "面板": HEAD.format("宝塔网站防火墙")
    + "<h1>非法请求</h1><p>您的请求带有不合法的参数，已被网站管理员设置拦截</p><hr>宝塔免费网站防火墙"
    + END,
    "雷池": HEAD.format("安全检测能力")
    + '<div id="slg-box"><p>请求存在威胁，已被拦截</p><p>如果您是正常用户，请尝试刷新页面或联系管理员</p><span>Event ID: a81f{time}</span>'
    "<p>安全检测能力由 SafeLine WAF 提供</p></div>" + END,
    "行为": HEAD.format("访问异常页面")
    + "<h2>对不起，您访问的页面存在异常</h2><table><tr><td>用户名</td><td>guest</td></tr><tr><td>规则ID</td><td>13030{time}</td>"
    "</tr></table><p>请您与网络管理员联系，并提供上述信息。</p>" + END,
    "support id": "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with "
    "your administrator.<br><br>Your support ID is: 1402977{time}<br><br><a href='javascript:history.back();'>[Go Back]</a>"
    "</body></html>",
    "slider": HEAD.format("滑动验证页面")
    + '<div id="nocaptcha"></div><p>亲，请拖动下方滑块完成验证</p><p>通过验证以确保正常访问</p><script src="/aw/s.js"></script>'
    + END,
    "counting visits": HEAD.format("")
    + "<p>系统检测到您的网络环境存在自动化行为，本次会话已临时挂起（{time}）</p>"
    + END,
    "备案": HEAD.format("网站暂时无法访问")
    + "<h2>该网站暂时无法进行访问</h2><p>该网站未进行备案或未按规定办理接入手续，根据《互联网信息服务管理办法》暂停接入。</p>"
    "<p>如您是网站主办者，请联系接入服务商。</p>" + END,
    "源站错误": HEAD.format("502")
    + "<h1>源站错误</h1><p>节点 cn-hz-0{time} 无法连接到源站，请稍后再试</p><p>X-Request-Id: e{time}77</p>"
    + END,
    "回源失败": HEAD.format("提示")
    + "<p>CDN回源失败，错误码 E-504-{time}</p><p>您可以：1. 稍后刷新；2. 联系站点管理员核查源站健康状态</p>"
    + END,
    "统一身份认证": HEAD.format("统一身份认证平台")
    + '<div class="login"><h2>统一身份认证平台</h2><form action="/cas/login" method="post"><input name="username" '
    'placeholder="手机号/证件号"><input type="password" name="password"><input name="lt" type="hidden" value="LT-{time}">'
    "<button>登 录</button></form><p>个人登录　法人登录　扫码登录</p></div>" + END,
    "leaving": HEAD.format("跳转提示")
    + '<div class="tips"><p>您访问的页面即将跳转，请确认是否继续访问</p><p><a id="go" href="http://www.elsewhere.example/">继续访问</a>'
    '<a href="javascript:window.close()">放弃</a></p></div>' + END,
    "database": "Microsoft OLE DB Provider for SQL Server <font face=\"宋体\" size=2>错误 '80004005'</font><p>"
    '<font face="宋体" size=2>[DBNETLIB][ConnectionOpen (Connect()).]SQL Server 不存在或访问被拒绝。</font><p>'
    '<font face="宋体" size=2>/inc/conn.asp</font><font face="宋体" size=2>，行 12</font>',
    "stack": "<html><head><title>Apache Tomcat/7.0.52 - Error report</title></head><body><h1>HTTP Status 500 - "
    "java.lang.NullPointerException</h1><pre>\tat com.cms.front.ArticleAction.view(ArticleAction.java:88)\n\tat "
    "javax.servlet.http.HttpServlet.service(HttpServlet.java:727)</pre><h3>Apache Tomcat/7.0.52</h3></body></html>",
    "label": "<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing "
    "this as a fallback.</p><div>There was an unexpected error (type=Internal Server Error, status=999).</div></body></html>",
    "index of": "<html><head><title>Index of /a</title></head><body><h1>Index of /a</h1><pre><a href='../'>../</a>\n"
    "<a href='2018/'>2018/</a> 12-Jan-2019 09:30 -\n<a href='2019/'>2019/</a> 12-Jan-2020 09:30 -\n</pre></body></html>",
    "welcome": "<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the "
    "nginx web server is successfully installed and working. Further configuration is required.</p></body></html>",
    "bucket": '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>AccessDenied</Message><RequestId>'
    "5C3D{time}</RequestId><HostId>gov-web.oss.example</HostId></Error>",
    "json": '{{"code":500,"msg":"系统繁忙，请稍后再试","data":null,"timestamp":17690{time}}}',
    "json of nothing": '{{"success":true,"code":200,"message":"操作成功","result":{{"records":[],"total":0,"size":10}}}}',
    "dots": ".",
    "mobile only": HEAD.format("温馨提示")
    + "<p>为了给您更好的体验，本页面仅支持在政务App中打开，请扫描二维码下载</p><img src='/qr.png'>"
    + END,
}


def strange(name: str, time: int) -> bytes:
    """One of them, with what differs from answer to answer drawn from ``time``."""
    text = WALLS[name]
    return (text.format(time=time) if ("{" in text and "{{" in text) or "{time}" in text else text).encode()
